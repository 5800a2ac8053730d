package io.sallyport.knowledge;

import java.util.Collection;
import java.util.Map;

/** Vectors already computed, so that an index can be rebuilt in seconds. Safe to share between threads. */
public interface PassageVectors {

    /** Those known, by key. */
    Map<String, float[]> findAll(Collection<String> keys);

    void saveAll(Map<String, float[]> vectors);

    /** Remembers nothing. */
    PassageVectors NONE = new PassageVectors() {
        @Override
        public Map<String, float[]> findAll(Collection<String> keys) {
            return Map.of();
        }

        @Override
        public void saveAll(Map<String, float[]> vectors) {
            // By design.
        }
    };
}
