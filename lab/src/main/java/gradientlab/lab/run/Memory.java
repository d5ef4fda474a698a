package gradientlab.lab.run;

import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory there is.
 *
 * @param heap bytes that the JVM's heap may grow to
 * @param machine bytes of the machine's memory, where networks lie
 */
record Memory(double heap, double machine) {

    private static final double GIGA = 1e9;

    /** A list takes at most this part of the heap. */
    private static final double PART_FOR_A_LIST = 1.0 / 16;

    /** A reference, its copy and its boxed number. */
    private static final double BYTES_PER_ENTRY = 24;

    /** Of this process; a machine that does not say how much it has counts as large enough. */
    static Memory here() {
        long machine = Pointer.totalPhysicalBytes();
        return new Memory(Runtime.getRuntime().maxMemory(), machine > 0 ? machine : Double.POSITIVE_INFINITY);
    }

    /** Throws {@link SettingException} if a list of the layers would fill the heap. */
    static void requireList(int layers) {
        double heap = Runtime.getRuntime().maxMemory();
        double most = heap * PART_FOR_A_LIST / BYTES_PER_ENTRY;
        if (layers > most) {
            throw new SettingException(
                    Setting.DEPTH.key(),
                    " must be at most " + (long) most + " in " + text(heap) + " of heap, not " + layers);
        }
    }

    /** Bytes as people read them, such as "1.5 GB". */
    static String text(double bytes) {
        return String.format(Locale.ROOT, bytes < 1000 * GIGA ? "%.1f GB" : "%.2g GB", bytes / GIGA);
    }
}
