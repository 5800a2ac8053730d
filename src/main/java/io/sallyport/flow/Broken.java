package io.sallyport.flow;

import io.sallyport.casefile.Fact;
import io.sallyport.flow.Next.Run;
import io.sallyport.flow.Next.RunAt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step that breaks at a case which people have, and what goes on beside it.
 *
 * @param handOver what their having it brings, in its order; what broke may be among it
 */
record Broken(Fact.StepFailed failed, List<Next> handOver) {

    Broken {
        handOver = List.copyOf(handOver);
    }

    /** What comes behind it; all of it where what broke comes before any. */
    Optional<Next> nextInHandOver() {
        return isOfTheClock()
                ? Optional.empty()
                : handOver.stream().skip(handOver.indexOf(new Run(step())) + 1L).findFirst();
    }

    private boolean isOfTheClock() {
        boolean isBroughtByIt = step() == Step.ERRAND || step() == Step.REMIND;
        return isBroughtByIt && !handOver.contains(new Run(step()));
    }

    /** What was tried just now is due still, and has its next try behind what else the clock brings until then. */
    Next atLeisure(Next next) {
        return next instanceof RunAt(Instant time, Step due)
                        && (due == step() || handOver.contains(new Run(due)))
                        && time.isBefore(failed.retryAt())
                ? new RunAt(failed.retryAt(), due)
                : next;
    }

    private Step step() {
        return Step.valueOf(failed.step());
    }
}
