package io.sallyport.connector.pager;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sallyport.connector.Pager;
import io.sallyport.connector.PagerContract;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MailPagerTest extends PagerContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private RudeMailServer rude;
    private boolean isRudeNext;

    @BeforeEach
    void open() {
        server.start();
        rude = new RudeMailServer();
    }

    @AfterEach
    void close() {
        server.stop();
        rude.close();
        database.close();
    }

    @Override
    protected Pager pager() {
        int port = isRudeNext ? rude.port() : server.getSmtp().getPort();
        isRudeNext = false;
        var settings =
                new PagerSettings.Mail("127.0.0.1", port, "", "", false, "desk@example.com", "oncall@example.com");
        return new MailPager(settings, Duration.ofSeconds(2), new SentPages(database.jdbc(), clock), clock);
    }

    @Override
    protected List<String> arrived() {
        var all = new ArrayList<>(rude.taken());
        for (var message : server.getReceivedMessages()) {
            try {
                all.add(message.getSubject() + "\n" + message.getContent());
            } catch (Exception unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return all;
    }

    @Override
    protected void loseTheNextAnswer() {
        rude.manner(RudeMailServer.Manner.TAKES_IT_AND_HANGS_UP);
        isRudeNext = true;
    }

    @Override
    protected void breakTheNextCall() {
        rude.manner(RudeMailServer.Manner.HANGS_UP_AT_ONCE);
        isRudeNext = true;
    }

    @Override
    protected void refuseTheNextCall() {
        rude.manner(RudeMailServer.Manner.REFUSES_THE_ADDRESS);
        isRudeNext = true;
    }

    @Test
    void theMessageIdIsTheEffects() throws Exception {
        var page = page("hand-over 3");
        var permit = permits.of(page);
        pager().page(permit, page);
        assertThat(server.getReceivedMessages()[0].getMessageID()).isEqualTo("<" + permit.effectId() + "@sallyport>");
    }
}
