package io.sallyport.evaluation.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processor time and memory of everything that takes part: this process, the stub vendor, the database server. */
public final class Usage {

    private static final int MEGABYTE = 1 << 20;

    private final ProcessHandle vendor;
    private final ProcessHandle database;

    /** @param dataSource of a server on this machine */
    public Usage(ProcessHandle vendor, DataSource dataSource) {
        this.vendor = vendor;
        long backend = JdbcClient.create(dataSource)
                .sql("SELECT pg_backend_pid()")
                .query(Long.class)
                .single();
        this.database = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .orElseThrow(() -> new IllegalStateException("the database server is not on this machine"));
    }

    /** Processor time used so far, by who used it. */
    public Map<String, Duration> processorTime() {
        var used = new TreeMap<String, Duration>();
        used.put("desk", ofDesk());
        used.put("stub vendor", time(vendor));
        used.put(
                "database",
                Stream.concat(Stream.of(database), database.descendants())
                        .map(Usage::time)
                        .reduce(Duration.ZERO, Duration::plus));
        return used;
    }

    Duration ofDesk() {
        var desk = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(desk.getProcessCpuTime());
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public static void forgetPeaks() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Since {@link #forgetPeaks}; garbage not yet collected counts. */
    public static long peakHeapMegabytes() {
        return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }

    public static long mostHeapMegabytes() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
