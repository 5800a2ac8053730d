package io.sallyport.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LentWeightsTest {

    /** A model with a graph of such weights; each is a name and one byte of data. */
    private static byte[] model(String... weights) {
        var graph = new ByteArrayOutputStream();
        for (var weight : weights) {
            graph.write(0x2A); // field 5, bytes
            graph.write(weight.length() + 4);
            graph.write(0x42); // field 8, bytes: the name
            graph.write(weight.length());
            graph.writeBytes(weight.getBytes(StandardCharsets.UTF_8));
            graph.write(0x4A); // field 9, bytes: the data
            graph.write(0);
        }
        var model = new ByteArrayOutputStream();
        model.write(0x08); // field 1, number: the version
        model.write(6);
        model.write(0x3A); // field 7, bytes: the graph
        model.write(graph.size());
        model.writeBytes(graph.toByteArray());
        return model.toByteArray();
    }

    @Test
    void lendsWhatTheBorrowerHasNoneOf() {
        byte[] borrower = model("own", "both");

        byte[] whole = LentWeights.complete(borrower, model("both", "lent"));

        assertThat(whole).startsWith(borrower);
        assertThat(Arrays.copyOfRange(whole, borrower.length, whole.length))
                .isEqualTo(Arrays.copyOfRange(model("lent"), 2, model("lent").length));
    }

    @Test
    void saysWhenThereIsNothingToLend() {
        assertThatThrownBy(() -> LentWeights.complete(model("a"), model("a")))
                .hasMessage("nothing to lend in a model of 11 bytes");
    }

    @Test
    void refusesWhatIsNoModel() {
        byte[] cut = Arrays.copyOf(model("weight"), 8);

        assertThatThrownBy(() -> LentWeights.complete(model("a"), cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an ONNX model");
        assertThatThrownBy(() -> LentWeights.complete(new byte[] {0x0F}, model("a")))
                .hasMessage("not an ONNX model: wire type 7");
        assertThatThrownBy(() -> LentWeights.complete(new byte[] {(byte) 0x88}, model("a")))
                .hasMessage("not an ONNX model: it ends within a number");
    }
}
