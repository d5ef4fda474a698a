package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;

/**
 * Where in the making of a network a fault lies. What comes first explains what comes later: features that are not scaled
 * saturate layers that are drawn well, and no learning rate suits them.
 */
enum CausalStage {
    /** Features and labels. */
    DATA,
    /** Loss function, output nonlinearity and targets. */
    LOSS,
    /** The parameters before the first update. */
    INITIALISATION,
    /** Layers and nonlinearities. */
    ARCHITECTURE,
    /** Learning rate, regularisation, clipping. */
    OPTIMISER,
    /** Something goes wrong, and what led to it has to be asked; the answer is the remedy of the finding. */
    SYMPTOM;

    /** The stage that a finding blames. */
    static CausalStage of(Finding finding) {
        CausalStage stage = finding.rule().stage();
        return stage == SYMPTOM ? of(finding.change().kind()) : stage;
    }

    /** SYMPTOM for a finding whose cause is not determined. */
    private static CausalStage of(Remedy.Kind kind) {
        return switch (kind) {
            case SCALE_INPUT, SCALE_COLUMNS, CHECK_DATA -> DATA;
            case CHANGE_OUTPUT, SCALE_TARGETS -> LOSS;
            case SCALE_WEIGHTS, SCALE_RECURRENT_WEIGHTS, BREAK_SYMMETRY, ZERO_BIAS -> INITIALISATION;
            case SET_FORGET_BIAS, ADD_NORMALISATION, DROP_BIAS, CHANGE_ACTIVATION, ENLARGE_BATCH, LOWER_DECAY ->
                ARCHITECTURE;
            case MULTIPLY_LEARNING_RATE, WARM_UP, REGULARISE_LESS, STOP_EARLY, CLIP_LESS, UNFREEZE -> OPTIMISER;
            case OTHER -> SYMPTOM;
        };
    }
}
