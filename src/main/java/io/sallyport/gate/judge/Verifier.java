package io.sallyport.gate.judge;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Opinion.Finding;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import java.util.List;
import java.util.Optional;

/** Puts questions to the model in the verifier's role. May be shared between threads. */
final class Verifier {

    private final LanguageModel model;
    private final Recent recent = new Recent();

    Verifier(LanguageModel model) {
        this.model = model;
    }

    /** Asks, or takes the answer to the very same question from the case: the door must not wait for a model. */
    <A> Hearing hear(CaseRecord record, Question<A> question) {
        return findKept(record, question)
                .or(() -> recent.find(record.id(), question))
                .<Hearing>map(Hearing.Given::new)
                .orElseGet(() -> Door.isHere()
                        ? new Hearing.Missing("it was not asked this before the door, and nobody is asked there")
                        : ask(record, question));
    }

    private <A> Hearing ask(CaseRecord record, Question<A> question) {
        return switch (model.ask(request(record, question))) {
            case Said<A> said -> read(record, question, said);
            case Failed<A> failed -> new Hearing.Missing(failed.fault().label() + ", " + failed.why());
        };
    }

    private <A> Hearing read(CaseRecord record, Question<A> question, Said<A> said) {
        var findings = question.reading().apply(said.value());
        if (findings.isEmpty()) {
            return new Hearing.Missing("it did not answer for exactly what it was asked about");
        }
        var opinion = opinion(question, said.model(), findings.get());
        recent.keep(record.id(), question, opinion);
        return new Hearing.Given(opinion);
    }

    private static Opinion opinion(Question<?> question, String model, List<Finding> findings) {
        return new Opinion(model, question.prompt().hash(), question.hash(), findings);
    }

    private static Optional<Opinion> findKept(CaseRecord record, Question<?> question) {
        return record.answer().findDraft().stream()
                .flatMap(draft -> draft.opinions().stream())
                .filter(opinion -> opinion.promptHash().equals(question.prompt().hash()))
                .filter(opinion -> opinion.questionHash().equals(question.hash()))
                .findFirst();
    }

    private static <A> Request<A> request(CaseRecord record, Question<A> question) {
        var priority = record.findings().triage().map(Triage::priority).orElse(Priority.P3);
        return new Request<>(
                new Purpose.OfCase(question.prompt().agent(), record.id(), Lane.ANSWER, priority),
                question.prompt().text(),
                question.material(),
                question.shape(),
                question.longest());
    }
}
