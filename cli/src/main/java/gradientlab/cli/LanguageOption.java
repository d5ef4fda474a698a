package gradientlab.cli;

import gradientlab.language.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The option --language of every command. */
final class LanguageOption implements ITypeConverter<Language> {

    static final String NAME = "--language";

    @Override
    public Language convert(String code) {
        try {
            return Language.of(code);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** The language that a command line asks for, before it is parsed; empty where it asks for none that there is. */
    static Optional<Language> in(String... args) {
        for (int i = 0; i < args.length; i++) {
            String next = i + 1 < args.length ? args[i + 1] : "";
            String asked = args[i].equals(NAME)
                    ? next
                    : args[i].startsWith(NAME + "=") ? args[i].substring(NAME.length() + 1) : "";
            for (Language language : Language.values()) {
                if (language.code().equals(asked)) {
                    return Optional.of(language);
                }
            }
        }
        return Optional.empty();
    }

    /** The arguments, the command in front where the option stood there. */
    static List<String> last(String... args) {
        boolean first = args.length > 0 && args[0].startsWith(NAME);
        List<String> moved = new ArrayList<>(List.of(args));
        Collections.rotate(moved, first ? -Math.min(args.length, args[0].equals(NAME) ? 2 : 1) : 0);
        return moved;
    }
}
