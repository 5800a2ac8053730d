package io.sallyport.gate;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.gate.Proofs.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a reply through only when every sentence of it is a courtesy, a mere question, or a claim that one sentence of a
 * living source says. It trusts nothing of the composer's.
 */
public final class GroundingVerifier implements Gate<Reply> {

    public static final String NAME = "grounding";

    private final Proofs proofs;
    private final LivingSources sources;
    private final Courtesies courtesies;

    GroundingVerifier(LivingSources sources, Courtesies courtesies) {
        this.sources = sources;
        this.proofs = new Proofs(sources);
        this.courtesies = courtesies;
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
        var flags = new ArrayList<Flag>();
        whySubjectClaims(record, reply).ifPresent(why -> flags.add(new Flag(reply.subject(), why)));
        List<Statement> statements = Statement.of(reply);
        if (statements.isEmpty()) {
            return Verdict.stop(NAME, "the reply says nothing");
        }
        var claims = new ClaimRun(sources);
        for (Statement statement : statements) {
            whyUnproven(record, statement, claims).ifPresent(why -> flags.add(new Flag(statement.text(), why)));
        }
        return flags.isEmpty()
                ? Verdict.pass(NAME, claims.count() + " claims of " + statements.size() + " sentences are proven")
                : new Verdict.Stop(NAME, reason(flags), flags);
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

    private Optional<String> whyUnproven(CaseRecord record, Statement statement, ClaimRun claims) {
        if (courtesies.contains(statement.text(), record)) {
            return Optional.empty();
        }
        if (Questions.isQuestion(statement.text())) {
            return Questions.whyItClaims(statement.text(), knownTexts(record, statement));
        }
        return switch (proofs.of(statement)) {
            case Proof.Unproven(String why) -> Optional.of(why);
            case Proof.Proven proof -> claims.whyOutOfPlace(statement, proof);
        };
    }

    private List<String> knownTexts(CaseRecord record, Statement statement) {
        var texts = new ArrayList<>(record.messages().stream()
                .filter(Message::isFromCustomer)
                .map(Message::subjectAndText)
                .toList());
        statement.citations().forEach(citation -> {
            if (sources.find(citation.source()) instanceof LivingSources.Finding.Living(SourceText source)) {
                texts.add(source.text());
            }
        });
        return texts;
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
