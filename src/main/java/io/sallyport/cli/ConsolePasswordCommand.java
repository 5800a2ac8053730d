package io.sallyport.cli;

import io.sallyport.casefile.PersonName;
import io.sallyport.console.ConsoleAccess;
import io.sallyport.gate.authorization.DeskRoles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "console-password",
        description = "Gives a person a new password for the console, and an account if need be; prints it, once.")
final class ConsolePasswordCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = ConsoleAccess.FIRST,
            description = "Who signs in by it, in small letters (default: operator).")
    private String name = ConsoleAccess.FIRST;

    @Override
    public Integer call() {
        try (var desk = OpenDesk.toLookAt()) {
            String password = desk.getBean(ConsoleAccess.class).resetPassword(name);
            System.out.println("login " + PersonName.of(name).folded() + ", password " + password);
            System.out.println(
                    "decides on plans as: " + desk.getBean(DeskRoles.class).of(name));
            return 0;
        }
    }
}
