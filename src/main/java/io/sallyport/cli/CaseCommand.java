package io.sallyport.cli;

import io.sallyport.audit.CaseJson;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.BridgeWork.Bridge;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Query;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.escalation.Undoing;
import io.sallyport.gate.authorization.DeskRoles;
import io.sallyport.insight.QaFindings;
import io.sallyport.routing.HumanQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "case",
        description = "Lists and shows cases, and takes a person's decisions on them.",
        synopsisSubcommandLabel = "COMMAND")
final class CaseCommand {

    /** Fewer leading characters of a draft's hash would not tell drafts apart for sure. */
    private static final int SHORTEST_DRAFT = 8;

    /** Who decides. */
    static final class Person {
        @Option(
                names = "--as",
                required = true,
                paramLabel = "NAME",
                description = "The name of the person who decides.")
        private String name = "";

        String name() {
            return name;
        }
    }

    @Command(description = "Lists cases, the newest first.")
    int list(
            @Option(
                            names = "--standing",
                            paramLabel = "WORD",
                            defaultValue = "",
                            description = "Only these: at work, with people, answered, resolved, junk.")
                    String standing,
            @Option(
                            names = "--customer",
                            paramLabel = "ADDRESS",
                            defaultValue = "",
                            description = "Only this customer's.")
                    String customer,
            @Option(names = "--waiting", description = "Only those that wait for a decision on a draft.")
                    boolean waiting,
            @Option(names = "--limit", defaultValue = "50", description = "At most so many (default: 50).") int limit) {
        try (var desk = OpenDesk.toLookAt()) {
            var cases = desk.getBean(CaseStore.class);
            cases.list(new Query(standing, customer, waiting, limit))
                    .forEach(line -> System.out.println(CaseText.line(line)));
            return 0;
        }
    }

    @Command(description = "Shows a case: its thread, what was found out, its draft and what the gates said.")
    int show(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(names = "--json", description = "The whole case, as schemas/case-record.schema.json describes it.")
                    boolean json) {
        try (var desk = OpenDesk.toLookAt()) {
            var cases = desk.getBean(CaseStore.class);
            CaseRecord record = cases.load(id);
            System.out.println(
                    json ? CaseSchema.checked(CaseJson.export(record, cases.events(id))) : CaseText.of(record));
            if (!json) {
                QaText.ofCase(desk.getBean(QaFindings.class).ofCase(id)).forEach(System.out::println);
            }
            return 0;
        }
    }

    @Command(description = "Shows what people got with a case: everything known, and what is missing.")
    int packet(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(names = "--json", description = "As schemas/packet.schema.json describes it.") boolean json,
            @Option(names = "--html", description = "As a page that stands by itself.") boolean html) {
        try (var desk = OpenDesk.toLookAt()) {
            var cases = desk.getBean(CaseStore.class);
            var packaged = PacketText.latest(cases.events(id))
                    .orElseThrow(() -> new IllegalArgumentException(
                            id + " has no packet: people have not been given it, or it is being gathered"));
            System.out.print(PacketText.of(cases.load(id), packaged, json, html));
            return 0;
        }
    }

    @Command(description = "Approves a draft; it is sent.")
    int approve(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(
                            names = "--draft",
                            required = true,
                            paramLabel = "HASH",
                            description = "The draft that was read, as 'case show' names it; 8 characters or more.")
                    String draft,
            @Mixin Person person) {
        return decide(
                id, (decisions, record) -> decisions.approve(Seen.of(record), wholeHash(record, draft), person.name));
    }

    @Command(description = "Replaces a draft's text; it is sent once the gates pass it.")
    int edit(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "FILE", description = "The new text; - reads standard input.") Path file,
            @Mixin Person person)
            throws IOException {
        String text = text(file);
        return decide(id, (decisions, record) -> decisions.edit(Seen.of(record), text, person.name));
    }

    @Command(description = "Rejects a draft and takes the case.")
    int reject(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.reject(Seen.of(record), why, person.name));
    }

    @Command(name = "approve-plan", description = "Says yes to a plan that waits; the gates judge it again.")
    int approvePlan(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(
                            names = "--plan",
                            required = true,
                            paramLabel = "HASH",
                            description = "The plan that was read, as 'case show' names it; 8 characters or more.")
                    String plan,
            @Mixin Person person) {
        try (var desk = OpenDesk.toLookAt()) {
            String role = desk.getBean(DeskRoles.class).of(person.name);
            var now = desk.getBean(InstantSource.class).instant();
            return decided(
                    desk,
                    id,
                    record -> desk.getBean(Decisions.class)
                            .approvePlan(
                                    Seen.of(record), new Approval(wholePlan(record, plan), person.name, role, now)));
        }
    }

    @Command(name = "reject-plan", description = "Rejects a plan that waits and takes the case.")
    int rejectPlan(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.rejectPlan(Seen.of(record), why, person.name));
    }

    @Command(description = "Takes an action back that was carried out on a case.")
    int undo(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "EFFECT", description = "The action, as 'case show' names it.") String effect,
            @Mixin Person person) {
        try (var desk = OpenDesk.toLookAt()) {
            return decided(desk, id, record -> desk.getBean(Undoing.class).undo(Seen.of(record), effect, person.name));
        }
    }

    private static String wholePlan(CaseRecord record, String begin) {
        return record.action()
                .findPlan()
                .map(ActionPlan::hash)
                .filter(hash -> begin.length() >= SHORTEST_DRAFT && hash.startsWith(begin))
                .orElse(begin);
    }

    @Command(description = "Takes a case over; nothing automatic leaves from then on.")
    int claim(@Parameters(paramLabel = "ID") CaseId id, @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.claim(Seen.of(record), person.name));
    }

    @Command(description = "Says yes to what the customer is to be told while people have the case.")
    int tell(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "HASH",
                            description = "The text that was read, as 'case show' names it; 8 characters or more.")
                    String text,
            @Option(names = "--claim", description = "And takes the case over.") boolean claim,
            @Mixin Person person) {
        return decide(
                id,
                (decisions, record) ->
                        decisions.tell(Seen.of(record), wholeBridgeHash(record, text), claim, person.name));
    }

    @Command(description = "Hands a claimed case back to its queue.")
    int release(@Parameters(paramLabel = "ID") CaseId id, @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.release(Seen.of(record), person.name));
    }

    @Command(
            description =
                    "Answers in the person's own words; it is sent once the gates pass it, and the case is theirs.")
    int reply(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "FILE", description = "The answer; - reads standard input.") Path file,
            @Mixin Person person)
            throws IOException {
        String text = text(file);
        return decide(id, (decisions, record) -> decisions.reply(Seen.of(record), text, person.name));
    }

    @Command(name = "give-back", description = "Gives a case back to the machine, whatever brought it to people.")
    int giveBack(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.giveBack(Seen.of(record), why, person.name));
    }

    @Command(description = "Hands a case to a colleague.")
    int assign(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "COLLEAGUE") String colleague,
            @Option(names = "--why", paramLabel = "WHY", defaultValue = "", description = "What for.") String why,
            @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.assign(Seen.of(record), colleague, why, person.name));
    }

    @Command(description = "Notes something for colleagues; @name puts the case on that colleague's list.")
    int note(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "TEXT") String text,
            @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.note(Seen.of(record), text, person.name));
    }

    @Command(description = "Lets a case go on with another open case of the same customer.")
    int merge(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "INTO") CaseId into,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.merge(Seen.of(record), into, why, person.name));
    }

    @Command(description = "Corrects what a case was taken for.")
    int correct(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Option(names = "--category", paramLabel = "WORD", description = "Such as how-to.")
                    Optional<String> category,
            @Option(names = "--priority", paramLabel = "P", description = "P1 to P4.") Optional<Priority> priority,
            @Option(names = "--queue", paramLabel = "NAME", description = "Such as billing.") Optional<String> queue,
            @Mixin Person person) {
        if (queue.isPresent() && queue.flatMap(HumanQueue::find).isEmpty()) {
            return failed("there is no queue '" + queue.get() + "'; there are " + HumanQueue.labels());
        }
        var correction = new Correction(
                category.map(Category::ofLabel),
                priority,
                queue.flatMap(HumanQueue::find).map(HumanQueue::label),
                why);
        return decide(id, (decisions, record) -> decisions.reclassify(Seen.of(record), correction, person.name));
    }

    @Command(description = "Closes a case.")
    int resolve(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "HOW") String how,
            @Mixin Person person) {
        return decide(id, (decisions, record) -> decisions.resolve(Seen.of(record), how, person.name));
    }

    private static String text(Path file) throws IOException {
        return file.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
    }

    private static int decide(CaseId id, BiFunction<Decisions, CaseRecord, Decision> choice) {
        try (var desk = OpenDesk.toLookAt()) {
            return decided(desk, id, record -> choice.apply(desk.getBean(Decisions.class), record));
        }
    }

    private static int decided(ApplicationContext desk, CaseId id, Function<CaseRecord, Decision> choice) {
        return switch (choice.apply(desk.getBean(CaseStore.class).load(id))) {
            case Decision.Taken taken -> {
                System.out.println(CaseText.standing(taken.record()));
                yield 0;
            }
            case Decision.Refused refused -> failed(refused.why());
            case Decision.Overtaken _ -> failed("the case moved on just now; look at it and decide again");
        };
    }

    /** The hash that begins like this, or what was given, which then fits nothing. */
    private static String wholeHash(CaseRecord record, String begin) {
        return record.answer()
                .findDraft()
                .map(Draft::contentHash)
                .filter(hash -> begin.length() >= SHORTEST_DRAFT && hash.startsWith(begin))
                .orElse(begin);
    }

    private static String wholeBridgeHash(CaseRecord record, String begin) {
        return record.bridge()
                .findBridge()
                .map(Bridge::contentHash)
                .filter(hash -> begin.length() >= SHORTEST_DRAFT && hash.startsWith(begin))
                .orElse(begin);
    }

    private static int failed(String why) {
        System.err.println("sallyport: " + why);
        return Sallyport.EXIT_FAILED;
    }
}
