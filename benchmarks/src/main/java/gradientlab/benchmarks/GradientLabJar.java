package gradientlab.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a user starts it. */
record GradientLabJar(Path path) {

    /** @throws IOException if the jar is not there */
    static GradientLabJar at(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + ": expected the jar that 'mvn package' builds, found nothing.");
        }
        return new GradientLabJar(path.toAbsolutePath());
    }

    /** The command line: the JVM's flags, the jar, the arguments. */
    List<String> command(List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-jar");
        command.add(path.toString());
        command.addAll(arguments);
        return command;
    }
}
