package gradientlab.cli;

import gradientlab.lab.ReportFiles;
import gradientlab.runfolder.Verification;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What becomes of what a folder holds already, and what is said of it. */
final class OutFolder {

    private static final String DAMAGED = "Some files are not as they were written, and what follows may be wrong: ";

    @Option(names = "--force", descriptionKey = "work.force")
    private boolean force;

    /** With --force, moves aside what is there. */
    void clear(WorkFolder work, boolean quiet, Terminal terminal) throws IOException {
        if (force) {
            Optional<Path> aside = work.moveAside();
            if (aside.isPresent() && !quiet) {
                terminal.say("run.moved-aside", aside.get());
            }
        }
    }

    /** Says which files of a folder that goes on are damaged: they are made again. */
    static void sayDamage(WorkFolder work, Terminal terminal) throws IOException {
        work.faults().forEach(fault -> terminal.error(fault + "; it is made again where it is needed"));
    }

    /**
     * Verifies what a report is drawn from.
     *
     * @param anyway whether to go on where files are damaged
     * @return what a page that shows it has to warn of
     * @throws IOException if files are damaged, in one sentence, unless told to go on
     */
    static List<String> verifiedForReport(Path folder, boolean anyway, Terminal terminal) throws IOException {
        return verified(folder, Verification.of(folder, name -> !ReportFiles.isDrawn(name)), anyway, terminal);
    }

    /**
     * Verifies all of a folder that is to be shown.
     *
     * @throws IOException if files are damaged, in one sentence
     */
    static void verify(Path folder, Terminal terminal) throws IOException {
        verified(folder, Verification.of(folder), false, terminal);
    }

    private static List<String> verified(Path folder, Verification verification, boolean anyway, Terminal terminal)
            throws IOException {
        List<String> faults = verification.faults();
        if (!verification.possible()) {
            terminal.error(folder + " has no manifest.json, as older versions wrote none: it cannot be verified");
        } else if (!faults.isEmpty() && !anyway) {
            String more = faults.size() == 1 ? "" : ", and " + (faults.size() - 1) + " more";
            throw new IOException(faults.get(0) + more + ": report --anyway shows it with a warning");
        }
        return faults.isEmpty() ? List.of() : List.of(DAMAGED + String.join("; ", faults) + ".");
    }
}
