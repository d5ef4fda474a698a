package gradientlab.explorer;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.SettingType;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.Fan;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.Control.Choice;
import gradientlab.ui.explorer.Control.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of the page as a network, and back. */
final class NetSettings {

    /** The settings that the page shares with the command line. */
    private static final List<Setting> SHARED = Stream.of(Setting.values())
            .filter(setting ->
                    ControlTable.ALL.stream().anyMatch(control -> control.name().equals(setting.key())))
            .toList();

    private static final String FAN_OUT = "fan-out";

    private NetSettings() {}

    /**
     * The network that is asked for.
     *
     * @param given values by the names of controls; what is left out has its standard value
     * @param inputs pixels of an image
     * @throws IllegalArgumentException with a sentence that names the setting, the rule and the value
     */
    static ExploredNet read(Map<String, String> given, int inputs) {
        Map<String, String> all = complete(given);
        Map<String, Object> shared = new LinkedHashMap<>();
        for (Setting setting : SHARED) {
            shared.put(setting.key(), value(setting.type(), all.get(setting.key())));
        }
        shared.put(Setting.INIT.key(), initialisation(all));
        TrainingPlan plan = TrainSettings.of(shared).toPlan().with(b -> b.inputs(inputs));
        return new ExploredNet(
                plan,
                Skip.valueOf(all.get(ControlTable.SKIP).toUpperCase(Locale.ROOT)),
                InputScaling.valueOf(all.get(ControlTable.INPUT).toUpperCase(Locale.ROOT)),
                Integer.parseInt(all.get(ControlTable.STEPS)));
    }

    /** Every setting with its value, those given checked against the ranges of the page. */
    private static Map<String, String> complete(Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Control control : ControlTable.ALL) {
            String value = given.get(control.name());
            all.put(control.name(), value == null ? control.standard() : checked(control, value));
        }
        for (String name : given.keySet()) {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException(
                        "there is no setting '" + name + "': use " + String.join(", ", all.keySet()));
            }
        }
        return all;
    }

    private static String checked(Control control, String value) {
        if (control.kind() == Kind.CHOICE) {
            List<String> values = control.choices().stream().map(Choice::value).toList();
            if (!values.contains(value)) {
                throw new IllegalArgumentException(
                        control.name() + " must be one of " + String.join(", ", values) + ", not '" + value + "'");
            }
            return value;
        }
        double number = number(control, value);
        if (!(number >= control.low() && number <= control.high())) {
            throw new IllegalArgumentException(control.name() + " must be " + text(control.low()) + " to "
                    + text(control.high()) + " here, not " + value);
        }
        return value;
    }

    private static double number(Control control, String value) {
        boolean whole = control.kind() == Kind.WHOLE;
        try {
            return whole ? Integer.parseInt(value) : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    control.name() + " must be a " + (whole ? "whole number" : "number") + ", not '" + value + "'", e);
        }
    }

    private static Object value(SettingType type, String text) {
        return switch (type) {
            case TEXT -> text;
            case COUNT -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case NUMBER, POSITIVE -> Double.valueOf(text);
            case FLAG -> Boolean.valueOf(text);
        };
    }

    private static String initialisation(Map<String, String> all) {
        String name = all.get(Setting.INIT.key());
        InitialisationScheme scheme = Arrays.stream(InitialisationScheme.values())
                .filter(row -> row.label().equals(name))
                .findFirst()
                .orElseThrow();
        return switch (scheme) {
            case SCALED -> name + ":" + all.get(ControlTable.WEIGHT_STD) + ":" + all.get(ControlTable.BIAS_STD);
            case NORMAL, CONSTANT -> name + ":" + all.get(ControlTable.AMOUNT);
            case KAIMING_NORMAL, KAIMING_UNIFORM -> name + ":" + all.get(ControlTable.FAN);
            default -> name;
        };
    }

    /** Every setting of a network with its value. */
    static Map<String, String> write(ExploredNet net) {
        Map<String, String> all = new LinkedHashMap<>();
        ControlTable.ALL.forEach(control -> all.put(control.name(), control.standard()));
        SHARED.forEach(setting -> all.put(setting.key(), text(setting.of(net.plan()))));
        Initialisation how = net.spec().initialisation();
        all.put(Setting.INIT.key(), how.scheme().label());
        if (how.scheme() == InitialisationScheme.SCALED) {
            all.put(ControlTable.WEIGHT_STD, text(how.amount()));
            all.put(ControlTable.BIAS_STD, text(how.biasStd()));
        } else if (!Double.isNaN(how.amount())) {
            all.put(ControlTable.AMOUNT, text(how.amount()));
        }
        if (how.fan() == Fan.OUT) {
            all.put(ControlTable.FAN, FAN_OUT);
        }
        all.put(ControlTable.SKIP, net.skip().label());
        all.put(ControlTable.INPUT, net.input().label());
        all.put(ControlTable.STEPS, String.valueOf(net.steps()));
        return all;
    }

    /** The settings of the second that differ from the first. */
    static Map<String, String> difference(ExploredNet before, ExploredNet after) {
        Map<String, String> was = write(before);
        return write(after).entrySet().stream()
                .filter(setting -> !setting.getValue().equals(was.get(setting.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** A number without a needless ".0". */
    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }
}
