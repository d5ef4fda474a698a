package gradientlab.cli;

import gradientlab.lab.run.Progress;
import java.io.PrintStream;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar that is drawn over itself and removed at the end. */
final class ProgressOnTerminal implements Progress {

    private static final int UPDATE_MILLIS = 200;
    private static final int WIDTH = 90;

    private final PrintStream stream;
    private final Supplier<String> before;

    /** @param before what stands before each bar, as it is when the bar is drawn */
    ProgressOnTerminal(PrintStream stream, Supplier<String> before) {
        this.stream = stream;
        this.before = before;
    }

    @Override
    public Task begin(String name, long steps) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new Fronted(new ConsoleProgressBarConsumer(stream, WIDTH), before))
                .clearDisplayOnFinish()
                .build();
        return new BarTask(bar);
    }

    /** Draws a bar behind other words. */
    private record Fronted(ConsoleProgressBarConsumer console, Supplier<String> before) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return console.getMaxRenderedLength() - before.get().length();
        }

        @Override
        public void accept(String bar) {
            console.accept(before.get() + bar);
        }

        @Override
        public void clear() {
            console.clear();
        }

        @Override
        public void close() {
            console.close();
        }
    }

    private record BarTask(ProgressBar bar) implements Task {
        @Override
        public void step() {
            // Several networks may train at once: the bar's own counting is not meant for several threads.
            synchronized (bar) {
                bar.step();
            }
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
