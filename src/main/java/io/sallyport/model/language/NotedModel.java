package io.sallyport.model.language;

import io.sallyport.casefile.Fact;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Said;

/** Notes for the case which model was asked by whom, with which instructions, and whether it gave a usable answer. */
record NotedModel(Role role, LanguageModel model) implements LanguageModel {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public <A> Answer<A> ask(Request<A> request) {
        var answer = model.ask(request);
        switch (answer) {
            case Said<A> said -> note(request, said.model(), Fact.ModelAsked.ANSWERED);
            case Failed<A> failed ->
                note(
                        request,
                        failed.tried().isEmpty()
                                ? name()
                                : failed.tried().getLast().model(),
                        failed.fault().label() + ": " + failed.why());
        }
        return answer;
    }

    private void note(Request<?> request, String answering, String outcome) {
        CaseNotes.note(
                new Fact.ModelAsked(request.purpose().agent(), role.label(), answering, request.promptHash(), outcome));
    }
}
