package io.sallyport.cli;

import io.sallyport.casefile.PersonName;
import io.sallyport.console.ConsoleAccess;
import io.sallyport.gate.authorization.DeskRoles;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "role",
        description = "Shows what people may decide of plans and who said so, or gives a person a role: agent or lead.")
final class PolicyRoleCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "As they sign in to the console, or decide with --as (default: everybody).")
    private Optional<String> name = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "ROLE", description = "agent or lead")
    private Optional<String> role = Optional.empty();

    @Option(names = "--as", paramLabel = "NAME", description = "Who gives it (default: the user of this machine).")
    private String by = System.getProperty("user.name", "command line");

    @Override
    public Integer call() {
        try (var desk = OpenDesk.toLookAt()) {
            var roles = desk.getBean(DeskRoles.class);
            name.ifPresent(person -> role.ifPresent(given -> roles.give(person, given, by)));
            var people = new TreeSet<String>();
            name.map(person -> PersonName.of(person).folded()).ifPresentOrElse(people::add, () -> {
                people.addAll(roles.all().keySet());
                people.addAll(desk.getBean(ConsoleAccess.class).logins());
            });
            people.forEach(person -> System.out.println(person + " " + roles.of(person)));
            roles.changes().stream()
                    .filter(change -> people.contains(change.person()))
                    .forEach(change -> System.out.println("  " + change.at() + "  " + change.by() + " made "
                            + change.person() + " " + article(change.role())));
            return 0;
        }
    }

    private static String article(String role) {
        return (role.equals(DeskRoles.AGENT) ? "an " : "a ") + role;
    }
}
