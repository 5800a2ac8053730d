package io.sallyport.connector;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.gate.Permit;
import java.util.Comparator;
import java.util.List;

/** Takes replies to customers. May be shared between threads. */
public interface ReplyChannel {

    /** Whether tickets of this source are answered here. */
    boolean serves(Ticket ticket);

    /** Whether it is asked only when no other channel serves a ticket. */
    default boolean isLastResort() {
        return false;
    }

    /**
     * Where a ticket is answered: by the first that serves it, by the last resort only where no other does.
     *
     * @throws IllegalStateException when none serves it
     */
    static ReplyChannel of(Ticket ticket, List<ReplyChannel> channels) {
        return channels.stream()
                .filter(channel -> channel.serves(ticket))
                .min(Comparator.comparing(ReplyChannel::isLastResort))
                .orElseThrow(() -> new IllegalStateException("no channel serves " + ticket.source()));
    }

    /**
     * Posts a reply once: posting the same permit's effect again changes nothing and gives the same remote id.
     *
     * @return {@link Delivery.Unknown} when it cannot be told whether it was posted, never an exception for that
     */
    Delivery post(Permit permit, Ticket ticket, Reply reply);

    /** What became of an effect whose outcome was not recorded. */
    LookUp lookUp(String effectId);
}
