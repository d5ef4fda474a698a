package gradientlab.diagnostics.probe;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** Wrappers share the configuration of what they wrap with every clone of theirs; a replica needs its own. */
final class OwnConfiguration {

    private OwnConfiguration() {}

    /** The same configuration, in which what is wrapped is a clone; other layers are left as they are. */
    static Layer of(Layer clone) {
        if (clone instanceof BaseWrapperLayer wrapper && wrapper.getUnderlying() != null) {
            wrapper.setUnderlying(of(wrapper.getUnderlying().clone()));
        } else if (clone instanceof Bidirectional both) {
            both.setFwd(of(both.getFwd().clone()));
            both.setBwd(of(both.getBwd().clone()));
        }
        return clone;
    }
}
