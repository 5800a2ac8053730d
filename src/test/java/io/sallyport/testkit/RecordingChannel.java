package io.sallyport.testkit;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.gate.Permit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A channel without idempotency: whatever is posted twice is there twice, so a second effect shows. */
public final class RecordingChannel implements ReplyChannel {

    private final List<String> posted = new ArrayList<>();
    private final Map<String, String> remoteIds = new HashMap<>();
    private Answer answer = Answer.ACCEPT;
    private int calls;
    private Runnable meanwhile = () -> {};

    /** How the channel takes the next postings. */
    public enum Answer {
        ACCEPT,
        REFUSE,
        TIME_OUT_BEFORE,
        TIME_OUT_AFTER,
        /** Against its promise. */
        THROW,
        /** The same, and when it is asked what became of it. */
        THROW_ALWAYS
    }

    public void answer(Answer answer) {
        this.answer = answer;
    }

    /** What happens while the next posting is on its way, once. */
    public void during(Runnable happens) {
        meanwhile = happens;
    }

    public List<String> posted() {
        return List.copyOf(posted);
    }

    @Override
    public boolean serves(Ticket ticket) {
        return true;
    }

    @Override
    public Delivery post(Permit permit, Ticket ticket, Reply reply) {
        calls++;
        Runnable happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        return switch (answer) {
            case ACCEPT -> new Delivery.Accepted(write(permit, reply));
            case REFUSE -> new Delivery.Refused("mailbox unknown");
            case TIME_OUT_BEFORE -> new Delivery.Unknown("timed out");
            case TIME_OUT_AFTER -> {
                write(permit, reply);
                yield new Delivery.Unknown("timed out");
            }
            case THROW, THROW_ALWAYS -> throw new IllegalStateException("the channel broke");
        };
    }

    /** How often it was called, in vain or not. */
    public int calls() {
        return calls;
    }

    private String write(Permit permit, Reply reply) {
        posted.add(reply.text());
        String remoteId = "remote-" + posted.size();
        remoteIds.put(permit.effectId(), remoteId);
        return remoteId;
    }

    @Override
    public LookUp lookUp(String effectId) {
        if (answer == Answer.THROW_ALWAYS) {
            throw new IllegalStateException("the channel broke");
        }
        String remoteId = remoteIds.get(effectId);
        return remoteId == null ? new LookUp.Absent() : new LookUp.Found(remoteId);
    }
}
