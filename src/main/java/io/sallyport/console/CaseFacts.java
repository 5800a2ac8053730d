package io.sallyport.console;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Reading;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Screening.Automatic;
import io.sallyport.casefile.Triage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has been found out about a case, as titled lists of short lines for the side of its page. */
record CaseFacts(List<Group> groups) {

    /** @param lines in the order to show them */
    public record Group(String title, List<Line> lines) {}

    public record Line(String name, String value) {}

    static CaseFacts of(CaseRecord record, Instant now) {
        List<Group> groups = new ArrayList<>();
        record.findings().triage().ifPresent(triage -> {
            groups.add(new Group("Triage", triage(triage, now)));
            groups.add(new Group("Customer", customer(triage.customer())));
        });
        record.findings().route().ifPresent(route -> groups.add(new Group("Route", route(route))));
        record.findings().screening().ifPresent(screening -> groups.add(new Group("Screening", screening(screening))));
        return new CaseFacts(List.copyOf(groups));
    }

    private static List<Line> triage(Triage triage, Instant now) {
        Triage.Classification found = triage.classification();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Category", found.category().label() + " · " + percent(found.confidence())));
        found.secondary().map(Category::label).ifPresent(other -> lines.add(new Line("Also", other)));
        add(lines, "Wants", found.subIntent());
        add(lines, "Area", found.productArea());
        lines.add(
                new Line("Priority", triage.priority() + ": " + triage.urgency().because()));
        add(lines, "Read from", String.join(", ", triage.urgency().words()));
        addReading(lines, triage.reading());
        lines.add(new Line("Mood", lower(triage.mood())));
        triage.related().issueTold().ifPresent(issue -> lines.add(new Line("Known issue", issue)));
        lines.add(new Line(
                "First answer", Moment.of(triage.sla().firstAnswerDue(), now).near()));
        lines.add(
                new Line("Solution", Moment.of(triage.sla().solutionDue(), now).near()));
        return lines;
    }

    /** Who read it is worth a line once a model is asked. */
    private static void addReading(List<Line> lines, Reading reading) {
        if (!reading.equals(Reading.EMBEDDED)) {
            lines.add(new Line("Read by", reading.by()));
            add(lines, "Because", String.join("; ", reading.reasons()));
        }
    }

    private static List<Line> customer(Customer customer) {
        List<Line> lines = new ArrayList<>();
        add(lines, "Name", customer.name());
        add(lines, "Address", customer.address());
        lines.add(new Line("Tier", customer.tier()));
        if (customer.isVip()) {
            lines.add(new Line("VIP", "yes"));
        }
        if (customer.isAtRisk()) {
            lines.add(new Line("At risk", "yes"));
        }
        if (customer.annualRevenueMinor() > 0) {
            long whole = customer.annualRevenueMinor() / 100;
            lines.add(new Line("A year", String.format(Locale.ENGLISH, "%s %,d", customer.currency(), whole)));
        }
        return lines;
    }

    private static List<Line> route(Route route) {
        String lanes = route.lanes().stream().map(lane -> lane.label()).sorted().collect(Collectors.joining(", "));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Lanes", lanes));
        lines.add(new Line("Specialist", lower(route.specialist())));
        lines.add(new Line("Queue", route.queue()));
        route.setAside()
                .forEach(word -> lines.add(new Line("Set aside", word.kind().label() + ", " + word.because())));
        return lines;
    }

    private static List<Line> screening(Screening screening) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Language", screening.language() + " · " + percent(screening.languageConfidence())));
        if (screening.automatic() != Automatic.NONE) {
            lines.add(new Line("Written by", screening.automatic().label()));
        }
        screening
                .injections()
                .forEach(mark -> lines.add(new Line("Injection", mark.kind() + ": “" + mark.passage() + "”")));
        screening.warnings().forEach(warning -> lines.add(new Line("Note", warning)));
        return lines;
    }

    private static void add(List<Line> lines, String name, String value) {
        Optional.of(value).filter(text -> !text.isBlank()).ifPresent(text -> lines.add(new Line(name, text)));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
