package io.sallyport.connector.inbox;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.gate.Permit;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers every ticket that no vendor's channel serves, on the page behind the customer's link. */
final class InboxChannel implements ReplyChannel {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    InboxChannel(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean serves(Ticket ticket) {
        return true;
    }

    @Override
    public boolean isLastResort() {
        return true;
    }

    @Override
    public Delivery post(Permit permit, Ticket ticket, Reply reply) {
        permit.demand(reply, clock.instant());
        try {
            jdbc.sql("""
                    INSERT INTO inbox_reply (effect_id, case_id, recipient, subject, body, posted_at)
                    VALUES (:effect, :case, :recipient, :subject, :body, :now) ON CONFLICT (effect_id) DO NOTHING
                    """)
                    .param("effect", permit.effectId())
                    .param("case", permit.caseId().value())
                    .param("recipient", reply.to())
                    .param("subject", reply.subject())
                    .param("body", reply.text())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return new Delivery.Accepted(permit.effectId());
        } catch (DataAccessException broken) {
            return new Delivery.Unknown("the inbox did not confirm: "
                    + broken.getMostSpecificCause().getMessage());
        }
    }

    @Override
    public LookUp lookUp(String effectId) {
        try {
            boolean isThere = jdbc.sql("SELECT count(*) FROM inbox_reply WHERE effect_id = ?")
                            .param(effectId)
                            .query(Long.class)
                            .single()
                    > 0;
            return isThere ? new LookUp.Found(effectId) : new LookUp.Absent();
        } catch (DataAccessException broken) {
            return new LookUp.CannotTell("the inbox did not answer");
        }
    }
}
