package io.sallyport.gate;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.gate.Proofs.Proof;
import io.sallyport.gate.judge.BackTranslator;
import io.sallyport.gate.judge.ClaimJudge;
import io.sallyport.gate.judge.ClaimJudge.Claim;
import io.sallyport.gate.judge.Judges;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a reply through only when every sentence of it is a courtesy, a mere question, or a claim that one sentence of a
 * living source says. It trusts nothing of the composer's. What a model may have written needs a judge's word as well,
 * which can stop what passed here and pass nothing that was stopped.
 */
public final class GroundingVerifier implements Gate<Reply> {

    public static final String NAME = "grounding";

    private final TranslatedProofs translatedProofs;
    private final LivingSources sources;
    private final Courtesies courtesies;
    private final Optional<ClaimJudge> judge;
    private final Optional<BackTranslator> translator;

    GroundingVerifier(LivingSources sources, Courtesies courtesies, Judges judges) {
        this.sources = sources;
        this.translatedProofs = new TranslatedProofs(sources);
        this.courtesies = courtesies;
        this.judge = judges.claims();
        this.translator = judges.translator();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Reply reply) {
        if (reply.kind() == Reply.Kind.PERSONAL) {
            return judgePersonal(record, reply);
        }
        Optional<Verdict> bridge = BridgeRules.judge(NAME, record, reply, sources.forReply(record, reply));
        if (bridge.isPresent()) {
            return bridge.get();
        }
        return switch (InEnglish.of(record, reply, translator)) {
            case InEnglish.AsItIs(var statements) -> judgeEnglish(record, reply, statements);
            case InEnglish.Back back -> judgeTranslated(record, reply, back);
            case InEnglish.Unread(String why) -> Verdict.stop(NAME, why);
        };
    }

    private Verdict judgeEnglish(CaseRecord record, Reply reply, List<Statement> statements) {
        if (statements.isEmpty()) {
            return Verdict.stop(NAME, "the reply says nothing");
        }
        var flags = new ArrayList<Flag>();
        whySubjectClaims(record, reply).ifPresent(why -> flags.add(new Flag(reply.subject(), why)));
        LivingSources citable = sources.forReply(record, reply);
        var claims = new ClaimRun(citable, writtenWords(record));
        for (Statement statement : statements) {
            whyUnproven(record, reply, statement, citable, claims)
                    .ifPresent(why -> flags.add(new Flag(statement.text(), why)));
        }
        flags.addAll(claims.whyIncomplete());
        flags.addAll(BridgeRules.flags(record, reply, statements, claims.claims()));
        return flags.isEmpty()
                ? judged(record, reply, claims.claims(), statements.size())
                : new Verdict.Stop(NAME, reason(flags), flags);
    }

    /** Every rule has passed it. */
    private Verdict judged(CaseRecord record, Reply reply, List<Claim> claims, int sentences) {
        String proven = claims.size() + " claims of " + sentences + " sentences are proven";
        if (judge.isEmpty() || claims.isEmpty() || !ModelWritten.mayBe(record, reply)) {
            return Verdict.pass(NAME, proven);
        }
        return switch (judge.get().judge(NAME, record, claims)) {
            case Verdict.Pass(var _, var notes, var opinions) ->
                new Verdict.Pass(NAME, List.of(proven, notes.getFirst()), opinions);
            case Verdict.Stop stop -> stop;
        };
    }

    /** By the same rules, but for what a claim means: there its figures and the judge's word count. */
    private Verdict judgeTranslated(CaseRecord record, Reply reply, InEnglish.Back back) {
        var flags = new ArrayList<Flag>();
        whySubjectClaims(record, reply).ifPresent(why -> flags.add(new Flag(reply.subject(), why)));
        var claims = new ClaimRun(sources, writtenWords(record));
        for (int at = 0; at < back.statements().size(); at++) {
            String original = back.originals().get(at).text();
            whyUnproven(record, reply, back.statements().get(at), original, claims)
                    .ifPresent(why -> flags.add(new Flag(original, why)));
        }
        flags.addAll(claims.whyIncomplete());
        if (!flags.isEmpty()) {
            return new Verdict.Stop(NAME, reason(flags), flags, List.of(back.opinion()));
        }
        if (claims.claims().isEmpty()) {
            return new Verdict.Pass(NAME, List.of("nothing is claimed"), List.of(back.opinion()));
        }
        return judge.map(asked -> asked.judge(NAME, record, claims.claims()).with(back.opinion()))
                .orElse(Verdict.stop(NAME, "no judge says what a translation means"));
    }

    /** @param original what the customer will read of it */
    private Optional<String> whyUnproven(
            CaseRecord record, Reply reply, Statement english, String original, ClaimRun claims) {
        if (courtesies.maySay(reply, original, record) || courtesies.maySay(reply, english.text(), record)) {
            return Optional.empty();
        }
        if (Questions.isQuestion(english.text())) {
            return Questions.whyItClaims(english.text(), knownTexts(record, english));
        }
        return switch (translatedProofs.of(english)) {
            case TranslatedProofs.Proof.Unproven(String why) -> Optional.of(why);
            case TranslatedProofs.Proof.ToJudge(Proof.Proven bound) -> claims.whyOutOfPlace(english, bound, original);
        };
    }

    /** A person's own words need no source; but it must be the record that says a person wrote them. */
    private static Verdict judgePersonal(CaseRecord record, Reply reply) {
        Optional<String> writer = record.answer()
                .findDraft()
                .filter(draft -> draft.reply().equals(reply))
                .flatMap(AnswerWork.Draft::editedBy);
        return writer.map(person -> Verdict.pass(NAME, "written by " + person + ", who answers for it"))
                .orElse(Verdict.stop(NAME, "it is said to be a person's, and no person is on record as its writer"));
    }

    private Optional<String> whyUnproven(
            CaseRecord record, Reply reply, Statement statement, LivingSources citable, ClaimRun claims) {
        if (courtesies.maySay(reply, statement.text(), record) || ActionSentences.contains(statement.text(), record)) {
            return Optional.empty();
        }
        if (BridgeRules.isReviewedQuestion(record, statement.text())) {
            return Optional.empty();
        }
        if (Questions.isQuestion(statement.text())) {
            return Questions.whyItClaims(statement.text(), knownTexts(record, statement));
        }
        return switch (new Proofs(citable).of(statement)) {
            case Proof.Unproven(String why) -> Optional.of(why);
            case Proof.Proven proof -> claims.whyOutOfPlace(statement, proof);
        };
    }

    private List<String> knownTexts(CaseRecord record, Statement statement) {
        var texts = new ArrayList<>(writtenTexts(record));
        statement.citations().forEach(citation -> {
            if (sources.find(citation.source()) instanceof LivingSources.Finding.Living(SourceText source)) {
                texts.add(source.text());
            }
        });
        return texts;
    }

    private static List<String> writtenTexts(CaseRecord record) {
        return record.messages().stream()
                .filter(Message::isFromCustomer)
                .map(Message::subjectAndText)
                .toList();
    }

    private static Set<String> writtenWords(CaseRecord record) {
        return Set.copyOf(Words.content(String.join("\n", writtenTexts(record))));
    }

    /** The subject is read first of all, so it may only repeat the customer's own. */
    private static Optional<String> whySubjectClaims(CaseRecord record, Reply reply) {
        var own = new ArrayList<>(
                record.messages().stream().map(m -> bare(m.subject())).toList());
        own.add(bare(record.ticket().subject()));
        own.addAll(Set.of("", "your message", "your request", bare(record.id().value())));
        return own.contains(bare(reply.subject()))
                ? Optional.empty()
                : Optional.of("the subject is not the customer's own");
    }

    private static String bare(String subject) {
        return subject.toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:\\s*(?:re|aw|sv|fwd?)\\s*:)+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String reason(List<Flag> flags) {
        return flags.size() == 1 ? "a sentence is not proven" : flags.size() + " sentences are not proven";
    }
}
