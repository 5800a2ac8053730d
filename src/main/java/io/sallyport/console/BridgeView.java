package io.sallyport.console;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.BridgeWork.Bridge;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the customer is told while people have the case.
 *
 * @param because the figures that the time rests on
 * @param stops why gates stopped it, none when they did not
 */
record BridgeView(String state, String text, String contentHash, Moment by, String because, List<String> stops) {

    /** Empty where there is no such text. */
    static Optional<BridgeView> of(CaseRecord record, Instant now) {
        return record.bridge().findBridge().map(bridge -> of(record.bridge(), bridge, now));
    }

    private static BridgeView of(BridgeWork work, Bridge bridge, Instant now) {
        return new BridgeView(
                state(work),
                bridge.reply().text(),
                bridge.contentHash(),
                Moment.of(bridge.expectation().by(), now),
                bridge.expectation().because(),
                bridge.verdicts().stream()
                        .filter(Verdict.Stop.class::isInstance)
                        .map(Verdict.Stop.class::cast)
                        .map(stop -> stop.gate() + ": " + stop.reason())
                        .toList());
    }

    private static String state(BridgeWork work) {
        return switch (work) {
            case BridgeWork.Held held ->
                "waits for your yes, since the escalation lane is in "
                        + held.mode().label();
            case BridgeWork.Judged judged when judged.bridge().isPassed() -> "about to be sent";
            case BridgeWork.Judged _ -> "stopped";
            case BridgeWork.Approved approved -> "approved by " + approved.by();
            case BridgeWork.Sending _ -> "on its way";
            case BridgeWork.Sent _ -> "sent";
            case BridgeWork.NotDue _, BridgeWork.Due _, BridgeWork.Estimated _, BridgeWork.Omitted _ -> "none";
        };
    }
}
