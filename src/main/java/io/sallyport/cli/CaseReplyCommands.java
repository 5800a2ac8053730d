package io.sallyport.cli;

import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.BridgeWork.Bridge;
import io.sallyport.casefile.CaseId;
import io.sallyport.escalation.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides of the words that a customer gets. */
final class CaseReplyCommands {

    private CaseReplyCommands() {}

    @Command(description = "Approves a draft; it is sent.")
    static int approve(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(
                            names = "--draft",
                            required = true,
                            paramLabel = "HASH",
                            description = "The draft that was read, as 'case show' names it; 8 characters or more.")
                    String draft,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> {
            String whole = Deciding.wholeHash(draft, record.answer().findDraft().map(Draft::contentHash));
            return decisions.approve(Seen.of(record), whole, person.name());
        });
    }

    @Command(description = "Replaces a draft's text; it is sent once the gates pass it.")
    static int edit(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "FILE", description = "The new text; - reads standard input.") Path file,
            @Mixin Deciding.Person person)
            throws IOException {
        String text = text(file);
        return Deciding.on(id, (decisions, record) -> decisions.edit(Seen.of(record), text, person.name()));
    }

    @Command(description = "Rejects a draft and takes the case.")
    static int reject(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "WHY") String why,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> decisions.reject(Seen.of(record), why, person.name()));
    }

    @Command(
            description =
                    "Answers in the person's own words; it is sent once the gates pass it, and the case is theirs.")
    static int reply(
            @Parameters(paramLabel = "ID") CaseId id,
            @Parameters(paramLabel = "FILE", description = "The answer; - reads standard input.") Path file,
            @Mixin Deciding.Person person)
            throws IOException {
        String text = text(file);
        return Deciding.on(id, (decisions, record) -> decisions.reply(Seen.of(record), text, person.name()));
    }

    @Command(description = "Says yes to what the customer is to be told while people have the case.")
    static int tell(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "HASH",
                            description = "The text that was read, as 'case show' names it; 8 characters or more.")
                    String text,
            @Option(names = "--claim", description = "And takes the case over.") boolean claim,
            @Mixin Deciding.Person person) {
        return Deciding.on(id, (decisions, record) -> {
            String whole = Deciding.wholeHash(text, record.bridge().findBridge().map(Bridge::contentHash));
            return decisions.tell(Seen.of(record), whole, claim, person.name());
        });
    }

    private static String text(Path file) throws IOException {
        return file.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
    }
}
