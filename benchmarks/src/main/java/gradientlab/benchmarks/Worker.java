package gradientlab.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One contender at work. Its process reads {@code version}, {@code open FOLDER SIZE} and {@code run STEPS} line by line
 * from standard input, and answers {@code = VERSIONS}, {@code = ready} and {@code = CPU_NANOS WALL_NANOS LOSS}, the loss
 * being the last step's; other lines on standard output are nobody's business.
 */
interface Worker {

    /** The versions of what does the work, the BLAS among it. */
    String version();

    /** Gets everything ready for a size, whose data and initial parameters are in the folder. */
    void open(Path folder, Size size) throws IOException;

    /** Takes one step on the batch of that number modulo {@link Size#BATCHES}, and says the loss before the update. */
    double step(long number);

    /** Serves orders until standard input ends. */
    static void serve(Worker worker) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long step = 0;
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] parts = order.split("\t");
            if (parts[0].equals("version")) {
                answer(worker.version());
            } else if (parts[0].equals("open")) {
                worker.open(Path.of(parts[1]), Size.ofLine(parts[2]));
                step = 0;
                answer("ready");
            } else {
                int steps = Integer.parseInt(parts[1]);
                answer(timed(worker, step, steps));
                step += steps;
            }
        }
    }

    private static String timed(Worker worker, long from, int steps) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double loss = 0;
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        for (long step = from; step < from + steps; step++) {
            loss = worker.step(step);
        }
        return (threads.getCurrentThreadCpuTime() - cpu) + " " + (System.nanoTime() - wall) + " " + loss;
    }

    private static void answer(String text) {
        System.out.println("= " + text);
    }
}
