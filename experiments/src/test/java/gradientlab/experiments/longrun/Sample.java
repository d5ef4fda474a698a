package gradientlab.experiments.longrun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process holds, on Linux with a JDK.
 *
 * @param iteration how far the training was
 * @param heapMegabytes what a full collection left in the heap
 * @param residentMegabytes memory in use
 * @param files open file handles, sockets among them
 * @param trainedMillis CPU time of the thread that trains
 */
record Sample(
        int iteration, double heapMegabytes, double residentMegabytes, int threads, int files, double trainedMillis) {
    private static final Pattern USED = Pattern.compile("Total +\\d+ +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final Pattern TRAINED = Pattern.compile("\"main\" #1 .*?cpu=([0-9.]+)ms");
    private static final double KILOBYTES = 1024;

    static Sample of(TrainingProcess training) throws IOException, InterruptedException {
        long process = training.id();
        String status = Files.readString(Path.of("/proc/" + process + "/status"));
        try (Stream<Path> files = Files.list(Path.of("/proc/" + process + "/fd"))) {
            return new Sample(
                    training.iteration(),
                    number(USED, jcmd(process, "GC.class_histogram")) / KILOBYTES / KILOBYTES,
                    number(RESIDENT, status) / KILOBYTES,
                    (int) number(THREADS, status),
                    (int) files.count(),
                    number(TRAINED, jcmd(process, "Thread.print")));
        }
    }

    /** CPU time of a step since an earlier sample. */
    double millisPerStep(Sample earlier) {
        return (trainedMillis - earlier.trainedMillis) / (iteration - earlier.iteration);
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("There is no " + pattern + " in " + text);
        }
        return Double.parseDouble(found.group(1));
    }

    private static String jcmd(long process, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process running = new ProcessBuilder(jcmd.toString(), Long.toString(process), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return said;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "iteration %d: heap %.0f MB, resident %.0f MB, %d threads, %d handles, trained %.1f s",
                iteration,
                heapMegabytes,
                residentMegabytes,
                threads,
                files,
                trainedMillis / 1000);
    }
}
