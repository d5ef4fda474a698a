package gradientlab.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option --open: shows a page in the system's browser. */
final class Opening {

    @Option(names = "--open", descriptionKey = "work.open")
    private boolean open;

    /** Opens a page if that is asked for; what does not work is said, and changes nothing else. */
    void page(URI page, Terminal terminal) {
        if (!open) {
            return;
        }
        try {
            new ProcessBuilder(command(System.getProperty("os.name"), page))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            terminal.error("--open: no program opens pages here (" + e.getMessage() + "): open " + page + " yourself");
        }
    }

    /** What opens a page on an operating system, by its name as Java has it. */
    static List<String> command(String system, URI page) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
