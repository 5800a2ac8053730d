package io.sallyport.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Completes an ONNX model that leaves out the weights it shares with another. Relies on two facts of the format: a model is a
 * protobuf message whose field 7 is the graph and the graph's field 5 are its weights, each with its name in field 8, and a message whose field comes
 * twice is read as both merged (protobuf.dev, "Last One Wins").
 */
final class LentWeights {

    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int NAME = 8;
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private LentWeights() {}

    /**
     * @param lender a whole model
     * @param borrower a model whose nodes name weights of the lender's that it does not bring
     * @return the borrower with those weights of the lender that it has none of its own for
     * @throws IllegalArgumentException when either is no ONNX model, or nothing is lent
     */
    static byte[] complete(byte[] borrower, byte[] lender) {
        var own = Set.copyOf(weights(borrower).stream().map(LentWeights::name).toList());
        var lent = weights(lender).stream()
                .filter(weight -> !own.contains(name(weight)))
                .toList();
        if (lent.isEmpty()) {
            throw new IllegalArgumentException("nothing to lend in a model of " + lender.length + " bytes");
        }
        int graph = lent.stream()
                .mapToInt(weight -> sizeOfHead(weight.remaining()) + weight.remaining())
                .sum();
        // Written in place: the weights are many megabytes, and every copy of them would stay in the heap.
        var whole =
                ByteBuffer.allocate(borrower.length + sizeOfHead(graph) + graph).put(borrower);
        writeHead(whole, GRAPH, graph);
        for (var weight : lent) {
            writeHead(whole, INITIALIZER, weight.remaining());
            whole.put(weight.duplicate());
        }
        return whole.array();
    }

    private static List<ByteBuffer> weights(byte[] model) {
        return fields(ByteBuffer.wrap(model), GRAPH).stream()
                .flatMap(graph -> fields(graph, INITIALIZER).stream())
                .toList();
    }

    private static String name(ByteBuffer weight) {
        return fields(weight, NAME).stream()
                .map(name -> StandardCharsets.UTF_8.decode(name.duplicate()).toString())
                .findFirst()
                .orElse("");
    }

    private static List<ByteBuffer> fields(ByteBuffer message, int wanted) {
        var found = new ArrayList<ByteBuffer>();
        var rest = message.duplicate();
        while (rest.hasRemaining()) {
            var tag = readVarint(rest);
            int length = switch ((int) (tag & 7)) {
                case VARINT -> {
                    readVarint(rest);
                    yield 0;
                }
                case FIXED_64 -> 8;
                case FIXED_32 -> 4;
                case BYTES -> Math.toIntExact(readVarint(rest));
                default -> throw new IllegalArgumentException("not an ONNX model: wire type " + (tag & 7));
            };
            if (length < 0 || length > rest.remaining()) {
                throw new IllegalArgumentException("not an ONNX model: a field of " + length + " bytes");
            }
            if (tag >>> 3 == wanted) {
                found.add(rest.slice(rest.position(), length));
            }
            rest.position(rest.position() + length);
        }
        return found;
    }

    private static long readVarint(ByteBuffer from) {
        var value = 0L;
        for (var shift = 0; shift < 64 && from.hasRemaining(); shift += 7) {
            byte next = from.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("not an ONNX model: it ends within a number");
    }

    /** Both fields written have numbers below 16, whose tag is one byte. */
    private static int sizeOfHead(int length) {
        int size = 2;
        for (int rest = length >>> 7; rest > 0; rest >>>= 7) {
            size++;
        }
        return size;
    }

    private static void writeHead(ByteBuffer to, int field, int length) {
        to.put((byte) ((field << 3) | BYTES));
        int rest = length;
        while (rest > 0x7F) {
            to.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        to.put((byte) rest);
    }
}
