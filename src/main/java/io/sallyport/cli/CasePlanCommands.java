package io.sallyport.cli;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.console.ConsoleAccess;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.LookingUp;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.Undoing;
import io.sallyport.gate.authorization.DeskRoles;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides of changes to a customer's account. */
final class CasePlanCommands {

    private CasePlanCommands() {}

    private static String unknown(String name) {
        return "nobody of this desk is called '" + name + "', so their word does not count;"
                + " './sallyport console-password NAME' makes a person's account,"
                + " './sallyport policy role NAME ROLE' gives a role";
    }

    @Command(name = "approve-plan", description = "Says yes to a plan that waits; the gates judge it again.")
    static int approvePlan(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(
                            names = "--plan",
                            required = true,
                            paramLabel = "HASH",
                            description = "The plan that was read, as 'case show' names it; 8 characters or more.")
                    String plan,
            @Mixin Deciding.Person person) {
        return Deciding.with(id, (desk, record) -> {
            if (!isOfTheDesk(desk, person.name())) {
                return new Decision.Refused(unknown(person.name()), record);
            }
            String whole = Deciding.wholeHash(plan, record.action().findPlan().map(ActionPlan::hash));
            String role = desk.getBean(DeskRoles.class).of(person.name());
            var now = desk.getBean(InstantSource.class).instant();
            return desk.getBean(Decisions.class)
                    .approvePlan(Seen.of(record), new Approval(whole, person.name(), role, now));
        });
    }

    /** The command line believes a name, but only one that the desk knows: no account is changed on a made-up person's word. */
    private static boolean isOfTheDesk(ApplicationContext desk, String person) {
        return desk.getBean(DeskRoles.class).isGiven(person)
                || desk.getBean(ConsoleAccess.class).hasAccount(person);
    }

    @Command(name = "reject-plan", description = "Rejects a plan that waits and takes the case.")
    static int rejectPlan(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.rejectPlan(Seen.of(record), why, person.name()));
    }

    @Command(
            name = "look-up",
            description = "Asks the other side what became of an account change of which nobody can tell.")
    static int lookUp(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "EFFECT", description = "The change, as 'case show' names it.") String effect,
            @Mixin Deciding.Person person) {
        return ofTheDesk(
                id,
                person,
                (desk, record) -> desk.getBean(LookingUp.class).lookUp(Seen.of(record), effect, person.name()));
    }

    @Command(description = "Takes an action back that was carried out on a case.")
    static int undo(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "EFFECT", description = "The action, as 'case show' names it.") String effect,
            @Mixin Deciding.Person person) {
        return ofTheDesk(
                id, person, (desk, record) -> desk.getBean(Undoing.class).undo(Seen.of(record), effect, person.name()));
    }

    /** For those alone whom the desk knows. */
    private static int ofTheDesk(
            CaseId id, Deciding.Person person, BiFunction<ApplicationContext, CaseRecord, Decision> decision) {
        return Deciding.with(
                id,
                (desk, record) -> isOfTheDesk(desk, person.name())
                        ? decision.apply(desk, record)
                        : new Decision.Refused(unknown(person.name()), record));
    }
}
