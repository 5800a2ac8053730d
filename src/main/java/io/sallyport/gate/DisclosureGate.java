package io.sallyport.gate;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SenderAssurance;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.gate.judge.BackTranslator;
import io.sallyport.text.Lexicon;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stops what is not ours to tell: other people's data, internal notes, secrets, and promises nobody has published. */
public final class DisclosureGate implements Gate<Reply> {

    public static final String NAME = "disclosure";

    private record Promise(String what, Pattern pattern) {}

    private static final List<Promise> PROMISES = Lexicon.rows("/gate/promises.txt").stream()
            .map(row -> new Promise(
                    row.getFirst(),
                    Pattern.compile(String.join("|", row.subList(1, row.size())), Pattern.CASE_INSENSITIVE)))
            .toList();

    private static final String NOT_THEIRS = " is not from the customer or a public source";

    /** So many words in a row are not chance. */
    private static final int TELLTALE_WORDS = 6;

    /** A passage that the writer had before them. */
    private record Seen(SourceRef source, List<String> words) {
        static List<Seen> by(CaseRecord record) {
            return record.answer().findDraft().map(draft -> draft.evidence().passages()).orElse(List.of()).stream()
                    .map(passage -> new Seen(passage.source(), Words.of(passage.text())))
                    .toList();
        }
    }

    /** One reply's case, and what may be told of it. */
    private record Told(
            CaseRecord record,
            Reply reply,
            KnownToCustomer known,
            KnownNames names,
            List<Seen> seen,
            LivingSources citable,
            boolean isCustomerSure) {}

    private final LivingSources sources;
    private final PublicNames published;
    private final Courtesies courtesies;
    private final String company;
    private final Optional<BackTranslator> translator;
    private final SenderAssurance senders;

    DisclosureGate(
            LivingSources sources,
            PublicNames published,
            Courtesies courtesies,
            String company,
            Optional<BackTranslator> translator,
            SenderAssurance senders) {
        this.translator = translator;
        this.sources = sources;
        this.published = published;
        this.courtesies = courtesies;
        this.company = company;
        this.senders = senders;
    }

    DisclosureGate telling(SenderAssurance others) {
        return new DisclosureGate(sources, published, courtesies, company, translator, others);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Reply reply) {
        if (!reply.to().equals(record.ticket().customer())) {
            return Verdict.stop(NAME, "it is addressed to somebody who did not write this ticket");
        }
        LivingSources citable = sources.forDisclosure(record, reply);
        // Only these may tell what is in an account; whether they may is asked of other systems.
        boolean isCustomerSure =
                (record.action() instanceof ActionWork.Asking || record.action() instanceof ActionWork.Denied)
                        && senders.mayBeTold(record);
        var known = KnownToCustomer.of(record, reply, citable, company, isCustomerSure);
        var names = KnownNames.of(record, reply, known, published);
        var told = new Told(record, reply, known, names, Seen.by(record), citable, isCustomerSure);
        var flags = new ArrayList<Flag>();
        whyNotTheirs(new Statement(reply.subject(), List.of(), 0), told)
                .ifPresent(why -> flags.add(new Flag(reply.subject(), why)));
        if (BridgeRules.isReviewed(record, reply)) {
            return flags.isEmpty()
                    ? Verdict.pass(NAME, BridgeRules.REVIEWED)
                    : new Verdict.Stop(NAME, flags.getFirst().why(), flags);
        }
        switch (InEnglish.of(record, reply, translator)) {
            case InEnglish.AsItIs(var statements) -> addFlags(told, statements, statements, flags);
            case InEnglish.Back back -> addFlags(told, back.originals(), back.statements(), flags);
            case InEnglish.Unread(String why) -> {
                return Verdict.stop(NAME, why);
            }
        }
        return flags.isEmpty()
                ? Verdict.pass(NAME, "nothing that is not the customer's or public")
                : new Verdict.Stop(NAME, flags.getFirst().why(), flags);
    }

    private void addFlags(Told told, List<Statement> originals, List<Statement> english, List<Flag> flags) {
        for (int at = 0; at < originals.size(); at++) {
            Statement original = originals.get(at);
            Statement read = english.get(at);
            whyNotOurs(original, told)
                    .or(() -> read.equals(original) ? Optional.empty() : whyNotOurs(read, told))
                    .or(() -> whyNotToSay(read, told))
                    .ifPresent(why -> flags.add(new Flag(original.text(), why)));
        }
    }

    private Optional<String> whyNotOurs(Statement statement, Told told) {
        return internalSource(statement, told.citable())
                .or(() -> choices(statement.text(), told))
                .or(() -> whyNotTheirs(statement, told))
                .or(() -> internalNote(statement, told));
    }

    /** What only rules for English find. */
    private Optional<String> whyNotToSay(Statement english, Told told) {
        return courtesies.contains(english.text(), told.record())
                        || ActionSentences.contains(english.text(), told.record())
                ? Optional.empty()
                : unknownName(english.text(), told)
                        .or(() -> promise(english, told.citable()).map(why -> Remedy.PROMISE.after(why, told.reply())));
    }

    private static Optional<String> internalSource(Statement statement, LivingSources sources) {
        return statement.citations().stream()
                .map(Citation::source)
                .filter(ref -> sources.isInternal(ref))
                .findFirst()
                .map(ref -> "it cites the internal source " + ref);
    }

    /** What a question or a refusal tells of an account is for its customer alone, even where it looks like no number. */
    private static Optional<String> choices(String text, Told told) {
        boolean isTelling = !told.isCustomerSure()
                && ActionSentences.contains(text, told.record())
                && !ActionSentences.containsForAnybody(text, told.record());
        return isTelling
                ? Optional.of("it tells what is in an account, and it is not sure that its customer is who writes")
                : Optional.empty();
    }

    private Optional<String> whyNotTheirs(Statement statement, Told told) {
        String text = statement.text();
        for (LongNumbers.LongNumber number : LongNumbers.in(text)) {
            if (number.isCard()) {
                return Optional.of(Remedy.LEAVE_OUT.after("it holds a payment card number", told.reply()));
            }
            if (!told.known().hasDigits(number.digits())) {
                return Optional.of(notTheirs("the number " + number.text(), told));
            }
        }
        Optional<String> secret =
                secret(statement).map(what -> Remedy.LEAVE_OUT.after("it holds " + what, told.reply()));
        return secret.or(() -> Values.in(text).stream()
                .filter(value -> isPersonal(value) && !told.known().hasValue(value.normal()))
                .findFirst()
                .map(value -> notTheirs("'" + value.span().in(text) + "'", told)));
    }

    /** "The default PIN is 0000." is no secret where a public article says so; a case's own papers do not count. */
    private Optional<String> secret(Statement statement) {
        return Secrets.findKeyIn(statement.text())
                .or(() -> Secrets.findNamedIn(statement.text()).filter(_ -> !isProven(statement, sources)));
    }

    private static String notTheirs(String what, Told told) {
        return Remedy.NOT_THEIRS.after(what + NOT_THEIRS, told.reply());
    }

    private static boolean isPersonal(Value value) {
        return switch (value.kind()) {
            case EMAIL, ID -> true;
            case NUMBER, ORDINAL, MONEY, PERCENT, DATE, TIME, DURATION, QUANTITY, VERSION, ADDRESS -> false;
        };
    }

    /** Words in a row from a note the customer may not read, and from nothing they may. */
    private static Optional<String> internalNote(Statement statement, Told told) {
        LivingSources sources = told.citable();
        Set<SourceRef> cited =
                statement.citations().stream().map(Citation::source).collect(Collectors.toSet());
        List<String> words = Words.of(statement.text());
        // Whose words they are is asked only where some are shared: each answer costs a look into the articles.
        List<List<String>> internal = told.seen().stream()
                .filter(passage -> !cited.contains(passage.source()))
                .filter(passage -> Overlap.isShared(words, passage.words(), TELLTALE_WORDS))
                .filter(passage -> sources.isInternal(passage.source()))
                .map(Seen::words)
                .toList();
        if (internal.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> open = cited.stream()
                .flatMap(ref -> sources.findText(ref).stream())
                .map(Words::of)
                .toList();
        return Overlap.first(words, internal, open, TELLTALE_WORDS)
                .map(run -> Remedy.REWORD.after("it repeats an internal note: '" + run + "'", told.reply()));
    }

    private static Optional<String> unknownName(String text, Told told) {
        return told.names()
                .firstUnknown(text)
                .map(name -> Remedy.NAME.after(
                        "the name '" + name.text() + "'" + NOT_THEIRS
                                + told.names().whose(name, text),
                        told.reply()));
    }

    /** A promise counts as ours to make only where a published source makes it. */
    private static Optional<String> promise(Statement statement, LivingSources citable) {
        return PROMISES.stream()
                .filter(promise -> promise.pattern().matcher(statement.text()).find())
                .findFirst()
                .filter(_ -> !isProven(statement, citable))
                .map(promise -> "it " + promise.what());
    }

    private static boolean isProven(Statement statement, LivingSources citable) {
        return new Proofs(citable).of(statement) instanceof Proofs.Proof.Proven;
    }
}
