package io.sallyport.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps what was worked out for the keys asked for last: agents and gates read the same sentences of the same articles
 * again and again. Safe to share between threads; two that ask for one new key at the same time both work it out.
 */
public final class Latest<K, V> {

    private final Function<K, V> work;
    private final Map<K, V> kept;

    /** @param work always gives the same for the same key, and nothing that whoever asks will change */
    public Latest(int capacity, Function<K, V> work) {
        this.work = work;
        this.kept = new LinkedHashMap<>(capacity, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    public V of(K key) {
        return of(key, () -> work.apply(key));
    }

    /** @param work another way to the same, cheaper for whoever has it at hand */
    public V of(K key, Supplier<V> work) {
        synchronized (kept) {
            V known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        V fresh = work.get();
        synchronized (kept) {
            kept.put(key, fresh);
        }
        return fresh;
    }
}
