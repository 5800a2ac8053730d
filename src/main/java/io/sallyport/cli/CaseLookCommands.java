package io.sallyport.cli;

import io.sallyport.action.Catalogue;
import io.sallyport.audit.CaseJson;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Query;
import io.sallyport.casefile.Standing;
import io.sallyport.insight.QaFindings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What is known of cases, and what people got with them. */
final class CaseLookCommands {

    private CaseLookCommands() {}

    /** As {@code Standing.label()} writes it; empty for any. */
    static final class StandingWord implements ITypeConverter<String> {

        @Override
        public String convert(String word) {
            String known = word.strip().toLowerCase(Locale.ROOT);
            if (!known.isEmpty() && !Standing.LABELS.contains(known)) {
                throw new TypeConversionException(
                        "no case is '" + word + "'; they are " + String.join(", ", Standing.LABELS));
            }
            return known;
        }
    }

    @Command(description = "Lists cases, the newest first.")
    static int list(
            @Option(
                            names = "--standing",
                            paramLabel = "WORD",
                            defaultValue = "",
                            converter = StandingWord.class,
                            description = "Only these: at work, with people, answered, resolved, junk.")
                    String standing,
            @Option(
                            names = "--customer",
                            paramLabel = "ADDRESS",
                            defaultValue = "",
                            description = "Only this customer's.")
                    String customer,
            @Option(names = "--waiting", description = "Only those with something to decide: a draft, a plan, news.")
                    boolean waiting,
            @Option(names = "--limit", defaultValue = "50", description = "At most so many (default: 50).") int limit) {
        try (var desk = OpenDesk.toLookAt()) {
            var cases = desk.getBean(CaseStore.class);
            // Addresses are kept in lower case.
            var address = customer.strip().toLowerCase(Locale.ROOT);
            var found = cases.list(new Query(standing, address, waiting, limit));
            Instant now = desk.getBean(InstantSource.class).instant();
            found.forEach(line -> System.out.println(CaseText.line(line, now)));
            if (found.isEmpty()) {
                System.err.println("no such cases");
            }
            return 0;
        }
    }

    @Command(description = "Shows a case: its thread, what was found out, its draft and what the gates said.")
    static int show(
            @Parameters(paramLabel = "ID") CaseId id,
            @Option(names = "--json", description = "The whole case, as schemas/case-record.schema.json describes it.")
                    boolean json) {
        try (var desk = OpenDesk.toLookAt()) {
            var cases = desk.getBean(CaseStore.class);
            CaseRecord record = cases.load(id);
            System.out.println(
                    json
                            ? CaseSchema.checked(CaseJson.export(record, cases.events(id)))
                            : CaseText.of(record, desk.getBean(Catalogue.class)));
            if (!json) {
                QaText.ofCase(desk.getBean(QaFindings.class).ofCase(id)).forEach(System.out::println);
            }
            return 0;
        }
    }

    @Command(description = "Shows what people got with a case: everything known, and what is missing.")
    static int packet(
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
}
