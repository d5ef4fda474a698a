package gradientlab.lab.run;

import java.io.Serial;

/** A value that a setting cannot have; the message names the setting, the rule and the value. */
public final class SettingException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String key;
    private final String rule;

    /**
     * @param key the name of the setting, as it was given
     * @param rule what follows the name, such as " must be at least 1, not 0" or ": Unknown norm 'x'"
     */
    SettingException(String key, String rule, Throwable cause) {
        super(key + rule, cause);
        this.key = key;
        this.rule = rule;
    }

    SettingException(String key, String rule) {
        this(key, rule, null);
    }

    /** The name of the setting, as it was given: one of {@link Setting#keys()}. */
    public String key() {
        return key;
    }

    /** What follows the name of the setting in the message. */
    public String rule() {
        return rule;
    }
}
