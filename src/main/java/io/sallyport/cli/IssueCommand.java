package io.sallyport.cli;

import io.sallyport.casefile.IssueNews.State;
import io.sallyport.connector.builtin.BuiltInTools;
import io.sallyport.connector.builtin.Issue;
import io.sallyport.connector.builtin.IssueBook;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "issue",
        description = "The built-in issue tracker, where engineering answers.",
        synopsisSubcommandLabel = "COMMAND")
final class IssueCommand {

    /** Who says it. */
    static final class Person {
        @Option(
                names = "--by",
                paramLabel = "NAME",
                defaultValue = "${sys:user.name}",
                description = "Who says so (default: this account's name).")
        private String name = "";
    }

    @Command(description = "Lists issues, those that changed last first.")
    int list(@Option(names = "--all", description = "Those that are done with, too.") boolean all) {
        return at(issues -> {
            List<Issue.Line> lines = issues.list(!all, 200);
            lines.forEach(line -> System.out.printf(
                    "%-8s %-9s %3d %-6s %s%n",
                    line.id(), label(line.state()), line.cases(), line.cases() == 1 ? "case" : "cases", line.title()));
            System.out.println(lines.size() + (lines.size() == 1 ? " issue" : " issues"));
        });
    }

    @Command(description = "Shows an issue with its cases and what was said of it.")
    int show(@Parameters(paramLabel = "ISSUE", description = "Such as ISS-12.") String id) {
        return at(issues -> {
            Issue issue = issues.load(id.toUpperCase(Locale.ROOT));
            System.out.println(issue.id() + "  " + label(issue.state()) + "  " + issue.title() + "\n\n" + issue.text());
            issue.cases()
                    .forEach(one -> System.out.println("\n" + one.at() + "  case " + one.caseId()
                            + (one.text().isEmpty()
                                    ? ""
                                    : "\n" + one.text().indent(4).stripTrailing())));
            issue.entries()
                    .forEach(entry -> System.out.println("\n" + entry.at() + "  " + entry.by() + "  "
                            + (entry.isMove() ? label(entry.state()) + "  " : "")
                            + (entry.isPublic() ? "(for customers)" : "(internal)") + "\n"
                            + entry.text().indent(4).stripTrailing()));
        });
    }

    @Command(description = "Writes on an issue what only colleagues read; --public: what its customers are told, too.")
    int comment(
            @Parameters(paramLabel = "ISSUE") String id,
            @Parameters(paramLabel = "TEXT") String text,
            @Option(names = "--public", description = "Customers are told, word for word.") boolean isPublic,
            @Mixin Person person) {
        return at(issues -> {
            issues.comment(id.toUpperCase(Locale.ROOT), person.name, text, isPublic);
            System.out.println(id.toUpperCase(Locale.ROOT) + (isPublic ? ": its customers are told" : ": noted"));
        });
    }

    @Command(description = "Answers an issue: its customers are told these words.")
    int answer(
            @Parameters(paramLabel = "ISSUE") String id,
            @Parameters(paramLabel = "TEXT", description = "What customers read, word for word.") String text,
            @Mixin Person person) {
        return move(id, State.ANSWERED, text, person);
    }

    @Command(description = "Marks an issue as fixed: its customers are told, and asked whether it helped.")
    int fix(
            @Parameters(paramLabel = "ISSUE") String id,
            @Parameters(paramLabel = "TEXT", arity = "0..1", defaultValue = "", description = "More for customers.")
                    String text,
            @Mixin Person person) {
        return move(id, State.FIXED, text, person);
    }

    @Command(description = "Says that nothing will be done: its customers are told why.")
    int decline(
            @Parameters(paramLabel = "ISSUE") String id,
            @Parameters(paramLabel = "TEXT", description = "What customers read, word for word.") String text,
            @Mixin Person person) {
        return move(id, State.DECLINED, text, person);
    }

    private static int move(String id, State state, String text, Person person) {
        return at(issues -> {
            String issue = id.toUpperCase(Locale.ROOT);
            issues.move(issue, state, text, person.name);
            int cases = issues.load(issue).cases().size();
            System.out.println(issue + " is " + label(state) + "; " + cases
                    + (cases == 1 ? " case hears" : " cases hear") + " of it");
        });
    }

    private static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static int at(Consumer<IssueBook> work) {
        try (var desk = OpenDesk.toLookAt()) {
            work.accept(desk.getBean(BuiltInTools.class).issues());
            return 0;
        }
    }
}
