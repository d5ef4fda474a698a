package gradientlab.diagnostics.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A random sample of the rows offered so far, each equally likely to be in it (Vitter 1985, algorithm R). */
final class RowSample {

    private final int capacity;
    // A generator of its own: ND4J's belongs to the training.
    private final Random random = new Random(20260601);
    private final List<float[]> rows = new ArrayList<>();
    private long offered;

    RowSample(int capacity) {
        this.capacity = capacity;
    }

    /** Offers a part of an array, which is copied if it is taken; returns the place it took, or −1. */
    int offer(float[] values, int from, int count) {
        offered++;
        int place = rows.size() < capacity ? rows.size() : (int) (random.nextDouble() * offered);
        if (place >= capacity) {
            return -1;
        }
        float[] row = Arrays.copyOfRange(values, from, from + count);
        if (place == rows.size()) {
            rows.add(row);
        } else {
            rows.set(place, row);
        }
        return place;
    }

    List<float[]> rows() {
        return rows;
    }
}
