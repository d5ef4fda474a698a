package gradientlab.lab.run;

import java.io.Serial;

/** A value that a setting cannot have; the message names the setting, the rule and the value. */
public final class SettingException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Setting setting;
    private final String rule;

    /** @param rule what follows the name of the setting, such as " must be at least 1, not 0" or ": Unknown norm 'x'" */
    SettingException(Setting setting, String rule, Throwable cause) {
        super(setting.key() + rule, cause);
        this.setting = setting;
        this.rule = rule;
    }

    SettingException(Setting setting, String rule) {
        this(setting, rule, null);
    }

    /** The setting. */
    public Setting setting() {
        return setting;
    }

    /** What follows the name of the setting in the message. */
    public String rule() {
        return rule;
    }
}
