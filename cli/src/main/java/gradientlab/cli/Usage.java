package gradientlab.cli;

import gradientlab.lab.run.SettingException;
import gradientlab.ui.DashboardException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells wrong usage from failure: what the options say is checked before anything else happens. */
final class Usage {

    /** Something made of options, which may be wrong. */
    interface Checked<T> {
        T get() throws IOException;
    }

    private Usage() {}

    /** @throws ParameterException if the check throws, with the same sentence */
    static void check(CommandSpec spec, Runnable check) {
        checked(spec, () -> {
            check.run();
            return null;
        });
    }

    /** @throws ParameterException if the options are wrong, with the same sentence */
    static <T> T checked(CommandSpec spec, Checked<T> value) {
        try {
            return value.get();
        } catch (SettingException e) {
            // A setting that the command does not offer is the lecture's.
            String option = SettingOptions.option(e.key());
            String name = spec.findOption(option) == null ? e.key() : option;
            throw new ParameterException(spec.commandLine(), name + e.rule(), e);
        } catch (IllegalArgumentException | DashboardException | IOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
