package gradientlab.experiments;

import gradientlab.cli.Cli;
import java.util.stream.Stream;

/** The explorer page: change a network in the browser and watch signal and gradient. */
public final class Explore {

    private Explore() {}

    /** Arguments are those of the command {@code explore}; without any the page begins with its own net. */
    public static void main(String[] args) {
        String[] command = Stream.concat(Stream.of("explore"), Stream.of(args)).toArray(String[]::new);
        System.exit(Cli.run(GradientLab.EXPERIMENTS, command));
    }
}
