package io.sallyport.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TunedNetworkTest {

    private static final String MODEL = "/model/triage.onnx";

    private static BgeSmall lender;
    private static TunedNetwork network;

    @BeforeAll
    static void load() {
        lender = BgeSmall.load();
        network = TunedNetwork.load(lender, MODEL);
    }

    @AfterAll
    static void close() {
        network.close();
        lender.close();
    }

    @Test
    void givesEveryCategoryItsShare() {
        var shares =
                network.read("My card was charged twice for the same month.").shares();

        assertThat(shares).hasSize(11);
        assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(1, within(1e-9));
        assertThat(shares.get("billing")).isGreaterThan(0.8);
    }

    @Test
    void tellsKindsThatNoCategoryTells() {
        var quiet = network.read("Which battery does the door sensor take?");
        var grave = network.read("Somebody I do not know is signed in to our account and switches the alarms off.");

        assertThat(grave.odds("security")).isGreaterThan(quiet.odds("security") + 3);
        assertThat(grave.odds("p1")).isGreaterThan(quiet.odds("p1") + 3);
    }

    @Test
    void knowsWhatWasMeasuredAndSaysWhatWasNot() {
        assertThat(network.odds("p1", "0.01")).isGreaterThan(network.odds("p1", "0.05"));
        assertThatThrownBy(() -> network.odds("p1", "0.5")).hasMessageStartingWith("not measured: p1 at 0.5");
        assertThatThrownBy(() -> network.odds("colour", "0.01")).hasMessageStartingWith("not measured: colour at 0.01");
    }

    @Test
    void readsTheSameWhetherItsLenderIsOpenOrNot() {
        var text = "How do I connect the hub to my Wi-Fi?";
        var closing = BgeSmall.load();
        try (var other = TunedNetwork.load(closing, MODEL)) {
            closing.close();

            assertThat(other.read(text)).isEqualTo(network.read(text));
        }
    }

    @Test
    void oneThatIsClosedSaysSo() {
        var closed = TunedNetwork.load(lender, MODEL);
        closed.close();

        assertThatThrownBy(() -> closed.read("Hello")).hasMessage("the network " + MODEL + " is closed");
    }
}
