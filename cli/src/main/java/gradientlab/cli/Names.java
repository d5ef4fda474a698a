package gradientlab.cli;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.HiddenActivations;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Named;
import gradientlab.model.NormPlace;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Function;

/** The names that options take, from the tables themselves, so that a new row is in the help. */
final class Names {

    private Names() {}

    static final class Initialisations implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(InitialisationScheme.values(), InitialisationScheme::form);
        }
    }

    static final class Activations implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return HiddenActivations.ALL.stream().map(ActivationFunction::label).iterator();
        }
    }

    static final class Normalisations implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Normalisation.values(), Named::label);
        }
    }

    static final class Places implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(NormPlace.values(), Named::label);
        }
    }

    static final class Optimisers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Optimiser.values(), Named::label);
        }
    }

    private static <T> Iterator<String> names(T[] rows, Function<T, String> name) {
        return Arrays.stream(rows).map(name).iterator();
    }
}
