package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Undo;
import java.util.List;

/** Every gate of an installation, by what it judges. */
public record Gates(
        List<Gate<Reply>> replies,
        List<Gate<ActionPlan>> plans,
        List<Gate<CodeMail>> codes,
        List<Gate<Undo>> undos,
        List<Gate<Packet>> packets,
        List<Gate<Errand>> errands) {

    public Gates {
        replies = List.copyOf(replies);
        plans = List.copyOf(plans);
        codes = List.copyOf(codes);
        undos = List.copyOf(undos);
        packets = List.copyOf(packets);
        errands = List.copyOf(errands);
    }

    /** Without an action lane and errands: what is not judged does not leave. */
    public static Gates ofReplies(List<Gate<Reply>> replies) {
        return new Gates(replies, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
