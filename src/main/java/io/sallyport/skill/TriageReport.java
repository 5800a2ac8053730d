package io.sallyport.skill;

import static java.util.stream.Collectors.joining;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Rehearsal.Played;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message is, how much it matters and where it goes.
 *
 * @param finding null for junk, which nobody triages
 */
public record TriageReport(
        String format,
        About about,
        Screened screening,
        @Nullable Finding finding) implements Report {

    /** @param automatic what sort of machine wrote it, {@code none} for people */
    public record Screened(
            String language, String automatic, List<String> injections, List<String> warnings, boolean isJunk) {
        static Screened of(Screening screening) {
            return new Screened(
                    screening.language(),
                    screening.automatic().label(),
                    screening.injections().stream()
                            .map(mark -> mark.kind() + ": " + mark.passage())
                            .toList(),
                    screening.warnings(),
                    screening.isJunk());
        }
    }

    /**
     * @param confidence 0 to 1, calibrated, of the category
     * @param kinds every reason for a person there is, by the rules or by the message as a whole
     * @param why what each of category, priority and route was read from
     */
    public record Finding(
            String category,
            String secondary,
            double confidence,
            String priority,
            List<String> kinds,
            String mood,
            List<Reason> triggers,
            List<String> why,
            Place place,
            Known known) {}

    /** Where it goes and by when. */
    public record Place(
            List<String> lanes, String specialist, String queue, String firstAnswerDue, String solutionDue) {}

    /** What the desk knows of it already. */
    public record Known(
            String topic,
            String productArea,
            boolean isOutOfScope,
            String tier,
            boolean isVip,
            boolean isAtRisk,
            String issue,
            String fixedIssue,
            List<String> duplicates,
            String readBy) {}

    static TriageReport of(Played played) {
        CaseRecord record = played.record();
        return new TriageReport(
                "sallyport.skill.triage/1",
                About.of(record),
                Screened.of(record.screening()),
                record.findings()
                        .triage()
                        .map(triage -> finding(triage, played))
                        .orElse(null));
    }

    private static Finding finding(Triage triage, Played played) {
        var found = triage.classification();
        var triggers = played.route().map(Reason::of).orElse(List.of());
        return new Finding(
                triage.category().label(),
                found.secondary().map(Category::label).orElse(""),
                found.confidence(),
                triage.priority().name(),
                Stream.concat(
                                triggers.stream().map(Reason::kind),
                                triage.impressions().stream().map(Trigger.Kind::label))
                        .distinct()
                        .toList(),
                triage.mood().name().toLowerCase(Locale.ROOT),
                triggers,
                why(triage, played.route(), triggers),
                place(triage, played),
                known(triage));
    }

    private static List<String> why(Triage triage, Optional<Route> route, List<Reason> triggers) {
        var urgency = triage.urgency();
        String words = urgency.words().isEmpty()
                ? ""
                : urgency.words().stream().map(word -> "“" + word + "”").collect(joining(", ", " (", ")"));
        var all = Stream.of(
                "category: the message reads like those answered as "
                        + triage.category().label(),
                "priority: " + urgency.because() + words);
        return Stream.of(
                        all,
                        triage.reading().reasons().stream()
                                .map(reason -> triage.reading().by() + ": " + reason),
                        triggers.stream().map(trigger -> "a person: " + trigger.words()),
                        route.stream()
                                .flatMap(to -> to.setAside().stream())
                                .map(word -> "set aside: " + word.kind().label() + ", " + word.because()))
                .flatMap(reasons -> reasons)
                .toList();
    }

    private static Place place(Triage triage, Played played) {
        return new Place(
                played.route().stream()
                        .flatMap(route -> route.lanes().stream())
                        .map(lane -> lane.label())
                        .sorted()
                        .toList(),
                triage.category().specialist().name().toLowerCase(Locale.ROOT),
                played.route().map(route -> route.queue()).orElse(""),
                triage.sla().firstAnswerDue().toString(),
                triage.sla().solutionDue().toString());
    }

    private static Known known(Triage triage) {
        Customer customer = triage.customer();
        return new Known(
                triage.classification().subIntent(),
                triage.classification().productArea(),
                triage.classification().isOutOfScope(),
                customer.tier(),
                customer.isVip(),
                customer.isAtRisk(),
                triage.related().knownIssue().orElse(""),
                triage.related().fixedIssue().map(Triage.FixedIssue::told).orElse(""),
                triage.related().duplicates().stream().map(CaseId::value).toList(),
                triage.reading().by());
    }

    @Override
    public String markdown() {
        var text = Markdown.titled("Triage of " + about.title());
        text.item("language", screening.language());
        screening.injections().forEach(mark -> text.item("tries to instruct the desk", mark));
        screening.warnings().forEach(warning -> text.item("warning", warning));
        Optional.ofNullable(finding)
                .ifPresentOrElse(
                        found -> write(found, text),
                        () -> text.item(
                                "junk",
                                "nobody answers it: "
                                        + (screening.automatic().equals("none") ? "empty" : screening.automatic())));
        return text.toString();
    }

    private static void write(Finding found, Markdown text) {
        text.item(
                        "category",
                        found.category() + (found.secondary().isEmpty() ? "" : ", then " + found.secondary())
                                + ", confidence " + Markdown.percent(found.confidence()))
                .item("priority", found.priority())
                .item("mood", found.mood())
                .item("kinds", String.join(", ", found.kinds()))
                .item("topic", found.known().topic())
                .item("product area", found.known().productArea())
                .item("customer", tier(found.known()))
                .item("known issue", found.known().issue())
                .item("known issue", found.known().fixedIssue())
                .item("like", String.join(", ", found.known().duplicates()))
                .item(
                        "goes to",
                        String.join(", ", found.place().lanes()) + ", specialist "
                                + found.place().specialist() + ", queue "
                                + found.place().queue())
                .item(
                        "due",
                        "first answer " + found.place().firstAnswerDue() + ", solution "
                                + found.place().solutionDue())
                .item("read by", found.known().readBy())
                .heading("Why")
                .items(found.why(), "");
    }

    private static String tier(Known known) {
        return known.tier() + (known.isVip() ? ", VIP" : "") + (known.isAtRisk() ? ", at risk" : "");
    }
}
