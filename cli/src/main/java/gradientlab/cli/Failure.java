package gradientlab.cli;

import gradientlab.lab.run.BackendException;
import gradientlab.lab.run.SettingException;
import gradientlab.ui.DashboardException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Tells in one sentence why a command failed, whatever was thrown. */
final class Failure {

    /** A system property: the whole stack trace as well. */
    static final String TRACE = "gradientlab.trace";

    private static final String OURS = "gradientlab.";

    private Failure() {}

    /** Prints the sentence and returns the exit code. */
    static int told(Throwable failure, Terminal terminal) {
        terminal.error(sentence(failure));
        if (Boolean.getBoolean(TRACE)) {
            failure.printStackTrace(terminal.err());
        }
        return Cli.FAILED;
    }

    static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !isTold(cause)) {
            cause = cause.getCause();
        }
        if (isTold(cause)) {
            return cause.getMessage();
        }
        if (cause instanceof OutOfMemoryError
                || String.valueOf(cause.getMessage()).contains("bad_alloc")) {
            return "the memory is not enough for what was asked (" + cause.getMessage()
                    + "): ask for less, or give java" + " more with -Xmx";
        }
        return "an error that should not happen: " + cause + place(cause) + "; java -D" + TRACE
                + "=true prints it whole";
    }

    /** Whether the message is a sentence for the user. */
    private static boolean isTold(Throwable failure) {
        return failure instanceof BackendException
                || failure instanceof DashboardException
                || failure instanceof SettingException
                || failure instanceof UncheckedIOException
                || failure instanceof IOException;
    }

    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " in " + frame)
                .orElse("");
    }
}
