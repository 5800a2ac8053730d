package io.sallyport.knowledge;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vectors kept beside the articles, shared by all nodes. */
final class PostgresPassageVectors implements PassageVectors {

    private final JdbcClient jdbc;

    PostgresPassageVectors(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    @Override
    public Map<String, float[]> findAll(Collection<String> keys) {
        return jdbc
                .sql("select key, vector from knowledge_vector where key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("key"), numbers(row.getBytes("vector"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void saveAll(Map<String, float[]> vectors) {
        vectors.forEach((key, vector) -> jdbc.sql(
                        "insert into knowledge_vector (key, vector) values (:key, :vector) on conflict do nothing")
                .param("key", key)
                .param("vector", bytes(vector))
                .update());
    }

    private static byte[] bytes(float[] numbers) {
        var buffer = ByteBuffer.allocate(numbers.length * Float.BYTES);
        buffer.asFloatBuffer().put(numbers);
        return buffer.array();
    }

    private static float[] numbers(byte[] bytes) {
        var numbers = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
        return numbers;
    }
}
