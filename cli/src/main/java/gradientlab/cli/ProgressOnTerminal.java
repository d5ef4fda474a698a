package gradientlab.cli;

import gradientlab.lab.run.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar that is drawn over itself and removed at the end. */
final class ProgressOnTerminal implements Progress {

    private static final int UPDATE_MILLIS = 200;
    private static final int WIDTH = 90;

    private final PrintStream stream;

    ProgressOnTerminal(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public Task begin(String name, long steps) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH))
                .clearDisplayOnFinish()
                .build();
        return new BarTask(bar);
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
