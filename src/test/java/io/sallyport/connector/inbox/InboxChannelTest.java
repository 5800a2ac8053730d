package io.sallyport.connector.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.testkit.RecordingChannel;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class InboxChannelTest {

    private static final Ticket TICKET = new Ticket("mail", "1", Channel.EMAIL, "anna@example.org", "Hours", "link");

    private final ReplyChannel inbox =
            new InboxChannel(JdbcClient.create(new DriverManagerDataSource()), InstantSource.system());

    @Test
    void aChannelOfAVendorComesBeforeTheInboxWhereverItStandsInTheList() {
        var vendors = new RecordingChannel();

        assertThat(ReplyChannel.of(TICKET, List.of(inbox, vendors))).isSameAs(vendors);
        assertThat(ReplyChannel.of(TICKET, List.of(vendors, inbox))).isSameAs(vendors);
        assertThat(ReplyChannel.of(TICKET, List.of(inbox))).isSameAs(inbox);
    }
}
