package gradientlab.ui.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.core.storage.StorageMetaData;

/** The demo's sessions for tests: they are drawn once for all tests of a process. */
public final class DemoOnce {

    private static final List<Consumer<StatsStorageRouter>> WRITTEN = new ArrayList<>();

    private DemoOnce() {}

    /** Puts what {@link Demo#into} puts into a storage. */
    public static synchronized void into(StatsStorageRouter router) {
        if (WRITTEN.isEmpty()) {
            Demo.into(new Recorder());
        }
        WRITTEN.forEach(each -> each.accept(router));
    }

    private static final class Recorder implements StatsStorageRouter {
        @Override
        public void putStorageMetaData(StorageMetaData data) {
            WRITTEN.add(router -> router.putStorageMetaData(data));
        }

        @Override
        public void putStaticInfo(Persistable info) {
            WRITTEN.add(router -> router.putStaticInfo(info));
        }

        @Override
        public void putUpdate(Persistable update) {
            WRITTEN.add(router -> router.putUpdate(update));
        }

        @Override
        public void putStorageMetaData(Collection<? extends StorageMetaData> data) {
            data.forEach(this::putStorageMetaData);
        }

        @Override
        public void putStaticInfo(Collection<? extends Persistable> info) {
            info.forEach(this::putStaticInfo);
        }

        @Override
        public void putUpdate(Collection<? extends Persistable> updates) {
            updates.forEach(this::putUpdate);
        }
    }
}
