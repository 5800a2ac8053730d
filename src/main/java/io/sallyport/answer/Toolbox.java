package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Triage;
import io.sallyport.knowledge.Revision;
import io.sallyport.model.language.CaseNotes;
import io.sallyport.model.language.Material;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uses tools for one specialist on one case: notes every call in the case, refuses what is not the specialist's. */
final class Toolbox {

    private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);

    private static final int LONGEST_INPUT = 300;
    private static final int LONGEST_NAME = 60;
    private static final String REFUSED = "refused: ";

    private final CaseRecord record;
    private final Specialist specialist;
    private final String agent;
    private final Shelf shelf;
    private final OwnRecords own;
    private final Set<SourceRef> shown = new LinkedHashSet<>();

    Toolbox(CaseRecord record, Specialist specialist, String agent, Shelf shelf, OwnRecords own) {
        this.record = record;
        this.specialist = specialist;
        this.agent = agent;
        this.shelf = shelf;
        this.own = own;
    }

    /** The revisions that the model has had before its eyes. */
    Set<SourceRef> shown() {
        return Set.copyOf(shown);
    }

    /** Puts passages before the model, those of other scopes and those that may not be quoted left out. */
    void show(List<Passage> passages, Material into) {
        passages.stream()
                .filter(passage -> passage.isCitable() && shelf.holds(passage.source()))
                .forEach(passage -> put(passage, into));
    }

    private void put(Passage passage, Material into) {
        shown.add(passage.source());
        into.add(
                "passage of an article, headed " + passage.heading(),
                passage.source().toString(),
                passage.text());
    }

    /** Does what the model asked for, and puts what came of it into the material of the next turn. */
    void use(String name, String input, Material into) {
        var asked = cut(input, LONGEST_INPUT);
        var outcome =
                Tool.find(name, specialist).map(tool -> used(tool, asked, into)).orElseGet(() -> refused(into));
        CaseNotes.note(new Fact.ToolCalled(agent, cut(name, LONGEST_NAME), asked, outcome));
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest
                ? words.strip()
                : words.substring(0, longest).strip();
    }

    private String refused(Material into) {
        LOG.warn("refused an agent a tool that is not its own case={} agent={}", record.id(), agent);
        into.add("outcome of the tool", "refused: you have no such tool");
        return REFUSED + "it is no tool of the " + agent + "'s";
    }

    private String used(Tool tool, String input, Material into) {
        return switch (tool) {
            case SEARCH_ARTICLES -> searched(input, into);
            case READ_ARTICLE -> read(input, into);
            case READ_CUSTOMER -> fact(customer(), into);
            case READ_ORDER -> fact(own.read("order", input), into);
            case READ_INVOICE -> fact(own.read("invoice", input), into);
            case READ_SUBSCRIPTION -> fact(own.read("subscription", input), into);
            case KNOWN_ISSUE -> fact(knownIssue(), into);
        };
    }

    private String searched(String query, Material into) {
        var found = shelf.search(query);
        if (found.isEmpty()) {
            return fact("nothing was found", into);
        }
        found.forEach(passage -> put(passage, into));
        return found.size() + (found.size() == 1 ? " passage" : " passages");
    }

    private String read(String slug, Material into) {
        Optional<Revision> revision = shelf.read(slug);
        if (revision.isEmpty()) {
            return fact("there is no such article for you", into);
        }
        var source = revision.get().ref();
        shown.add(source);
        into.add("article", source.toString(), revision.get().text());
        return source.toString();
    }

    private String customer() {
        return record.findings()
                .triage()
                .map(Triage::customer)
                .filter(customer -> customer.isKnown())
                .map(customer -> "a customer we know, tier " + customer.tier())
                .orElse("nobody our directory knows");
    }

    private String knownIssue() {
        return record.findings()
                .triage()
                .flatMap(triage -> triage.related().issueTold())
                .map(issue -> "it looks like the known issue " + issue)
                .orElse("it looks like no known issue");
    }

    private static String fact(String words, Material into) {
        into.add("outcome of the tool", words);
        return words;
    }
}
