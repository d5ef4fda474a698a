package gradientlab.diagnostics.facts;

/** A map of numbers to numbers that holds a limited number of keys; further ones are refused. */
final class LongTable {

    private final int limit;
    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int size;

    LongTable(int limit) {
        this.limit = limit;
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == limit;
    }

    long get(long key, long otherwise) {
        int slot = slot(keys, stored(key));
        return keys[slot] == 0 ? otherwise : values[slot];
    }

    /** Whether it could be stored: its key is known, or the table not full. */
    boolean put(long key, long value) {
        int slot = slot(keys, stored(key));
        if (keys[slot] == 0) {
            if (full()) {
                return false;
            }
            size++;
        }
        keys[slot] = stored(key);
        values[slot] = value;
        if (2 * size > keys.length) {
            grow();
        }
        return true;
    }

    /** Adds to the value of a key, which starts at 0; the same as {@link #put} otherwise. */
    boolean add(long key, long amount) {
        return put(key, get(key, 0) + amount);
    }

    /** In no particular order. */
    long[] values() {
        long[] all = new long[size];
        int next = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                all[next++] = values[slot];
            }
        }
        return all;
    }

    private void grow() {
        long[] wider = new long[2 * keys.length];
        long[] moved = new long[wider.length];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                int to = slot(wider, keys[slot]);
                wider[to] = keys[slot];
                moved[to] = values[slot];
            }
        }
        keys = wider;
        values = moved;
    }

    /** 0 marks an empty slot: the keys are hashes, of which two may share a place without harm. */
    private static long stored(long key) {
        return key == 0 ? 1 : key;
    }

    /** Where a key is, or the empty slot where it belongs. */
    private static int slot(long[] keys, long key) {
        int slot = (int) (key ^ (key >>> 32)) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
