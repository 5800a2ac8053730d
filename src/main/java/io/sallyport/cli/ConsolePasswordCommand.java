package io.sallyport.cli;

import io.sallyport.casefile.PersonName;
import io.sallyport.console.ConsoleAccess;
import io.sallyport.gate.authorization.DeskRoles;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "console-password",
        description = "Gives a person a new password for the console, and an account if need be; prints it, once.")
final class ConsolePasswordCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Who signs in by it, in small letters (default: " + ConsoleAccess.FIRST + ").")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--remove",
            description = "Removes the account instead; whoever is signed in by it is no longer. The last one stays.")
    private boolean isRemoved;

    @Override
    public Integer call() {
        if (isRemoved && name.isEmpty()) {
            throw new IllegalArgumentException("say whose account: ./sallyport console-password NAME --remove");
        }
        String login = PersonName.of(name.orElse(ConsoleAccess.FIRST)).folded();
        try (var desk = OpenDesk.toLookAt()) {
            if (isRemoved) {
                remove(desk, login);
            } else {
                String password = desk.getBean(ConsoleAccess.class).resetPassword(login);
                System.out.println("login " + login + ", password " + password);
                System.out.println(
                        "decides on plans as: " + desk.getBean(DeskRoles.class).of(login));
            }
            return 0;
        }
    }

    private static void remove(ApplicationContext desk, String login) {
        desk.getBean(ConsoleAccess.class).remove(login);
        System.out.println(login + " can no longer sign in to the console");
        var roles = desk.getBean(DeskRoles.class);
        if (roles.isGiven(login)) {
            System.out.println("the role " + roles.of(login) + ", which was given to " + login
                    + ", still counts on the command line; './sallyport policy role " + login
                    + " agent' leaves the least");
        }
    }
}
