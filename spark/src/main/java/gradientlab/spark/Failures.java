package gradientlab.spark;

import java.util.List;

/** What of Spark's failures is for people. */
final class Failures {

    private Failures() {}

    /** The message in one line, without stack traces. */
    static String sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String first = lines.isEmpty() ? failure.getClass().getSimpleName() : lines.get(0);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
