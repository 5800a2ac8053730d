package io.sallyport.testkit;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Gatekeeper;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A gate whose judgement a test sets; it passes until told otherwise. */
public final class ScriptedGate implements Gate<Reply> {

    private final String name;
    private final AtomicReference<Function<Reply, Verdict>> judgement;

    public ScriptedGate(String name) {
        this.name = name;
        this.judgement = new AtomicReference<>(_ -> Verdict.pass(name));
    }

    /** One for each gate a reply needs. */
    public static List<ScriptedGate> required() {
        return Gatekeeper.REQUIRED_FOR_REPLIES.stream().map(ScriptedGate::new).toList();
    }

    public void judgeBy(Function<Reply, Verdict> judgement) {
        this.judgement.set(judgement);
    }

    /** Stops every reply that contains these words, flagging them. */
    public void stopOn(String words) {
        judgeBy(reply -> reply.text().contains(words)
                ? new Verdict.Stop(name, "contains " + words, List.of(new Verdict.Flag(words, "scripted")))
                : Verdict.pass(name));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Verdict judge(CaseRecord record, Reply proposal) {
        return judgement.get().apply(proposal);
    }
}
