package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been learned, as bytes: rows of numbers and words, each after its length. Nothing is read that is longer than what is there. */
final class Numbers {

    private Numbers() {}

    static void write(DataOutputStream out, float[] row) throws IOException {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(row.length, Float.BYTES));
        bytes.asFloatBuffer().put(row);
        write(out, row.length, bytes);
    }

    static float[] floats(DataInputStream in) throws IOException {
        var bytes = bytes(in, Float.BYTES);
        var row = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(row);
        return row;
    }

    static void write(DataOutputStream out, double[] row) throws IOException {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(row.length, Double.BYTES));
        bytes.asDoubleBuffer().put(row);
        write(out, row.length, bytes);
    }

    static double[] doubles(DataInputStream in) throws IOException {
        var bytes = bytes(in, Double.BYTES);
        var row = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(row);
        return row;
    }

    static void write(DataOutputStream out, int[] row) throws IOException {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(row.length, Integer.BYTES));
        bytes.asIntBuffer().put(row);
        write(out, row.length, bytes);
    }

    static int[] ints(DataInputStream in) throws IOException {
        var bytes = bytes(in, Integer.BYTES);
        var row = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(row);
        return row;
    }

    static void write(DataOutputStream out, List<String> words) throws IOException {
        out.writeInt(words.size());
        for (var word : words) {
            out.writeUTF(word);
        }
    }

    static List<String> words(DataInputStream in) throws IOException {
        var words = new ArrayList<String>();
        for (var left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        return words;
    }

    static void write(DataOutputStream out, Map<String, Integer> numbered) throws IOException {
        out.writeInt(numbered.size());
        for (var word : numbered.entrySet()) {
            out.writeUTF(word.getKey());
            out.writeInt(word.getValue());
        }
    }

    static Map<String, Integer> numbered(DataInputStream in) throws IOException {
        var numbered = new HashMap<String, Integer>();
        for (var left = in.readInt(); left > 0; left--) {
            numbered.put(in.readUTF(), in.readInt());
        }
        return numbered;
    }

    private static void write(DataOutputStream out, int length, ByteBuffer bytes) throws IOException {
        out.writeInt(length);
        out.write(bytes.array());
    }

    private static ByteBuffer bytes(DataInputStream in, int width) throws IOException {
        var wanted = Math.multiplyExact(in.readInt(), width);
        var bytes = in.readNBytes(wanted);
        if (bytes.length < wanted) {
            throw new EOFException("ends in the middle of a row of " + wanted + " bytes");
        }
        return ByteBuffer.wrap(bytes);
    }
}
