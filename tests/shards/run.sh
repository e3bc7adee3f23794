#!/bin/sh
# One run against seven shards of it that share a folder, started by GNU parallel and as an array
# job of Slurm. Prints "ok NAME" or "FAIL NAME: why" a check. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$root/build/${1:-plain}/growthplan
scratch=$(mktemp -d)
stop() {
    status=$?
    for pid in "$scratch"/*.pid; do
        if [ -s "$pid" ]; then kill "$(cat "$pid")" 2>/dev/null || true; fi
    done
    wait
    rm -rf "$scratch"
    exit "$status"
}
trap stop EXIT
cd "$scratch"

# What a user would put into a file of their own.
cat >plan.sh <<END
#!/bin/sh
exec "$program" plan "$root/samples/team/answers-wide.csv" --roster "$root/samples/team/roster.csv" \\
    --courses "$root/samples/team/courses.csv" --as-of 2026-11-23 --quiet "\$@"
END
chmod +x plan.sh
./plan.sh -o whole

# same NAME FOLDER: the files of the shards are those of the whole, and so is what was listed.
same() {
    name=$1
    folder=$2
    cat "$folder"/manifest*.csv | grep -v '^sha256,' | sort >listed
    grep -v '^sha256,' whole/manifest.csv | sort >expected
    if ! diff -r --exclude='manifest*.csv' whole "$folder" >differences 2>&1; then
        echo "FAIL $name: not the files of one run"
        sed 's/^/    /' differences
    elif ! cmp -s expected listed; then
        echo "FAIL $name: the manifests do not list what that of one run does"
    elif [ "$(find "$folder" -name 'manifest-plans-*-of-7.csv' | wc -l)" -ne 7 ]; then
        echo "FAIL $name: there are not seven shards"
    else
        echo "ok $name"
    fi
}

parallel --will-cite -j 4 ./plan.sh -o parallel --shard '{}/7' ::: 1 2 3 4 5 6 7
parallel --will-cite -j 2 ./plan.sh -o parallel --only ::: team budget
same 'GNU parallel' parallel
# Again, all at once, one of them twice: nothing changes.
parallel --will-cite -j 8 ./plan.sh -o parallel --shard '{}/7' ::: 1 2 3 4 5 6 7
same 'GNU parallel, again' parallel

# A cluster of this machine alone, without authentication: it listens to nobody else.
start_cluster() {
    host=$(hostname -s)
    mkdir state spool
    cat >slurm.conf <<END
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/none
CredType=cred/none
SlurmctldPort=36817
SlurmdPort=36818
StateSaveLocation=$scratch/state
SlurmdSpoolDir=$scratch/spool
SlurmctldPidFile=$scratch/slurmctld.pid
SlurmdPidFile=$scratch/slurmd.pid
SlurmctldLogFile=$scratch/slurmctld.log
SlurmdLogFile=$scratch/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=500 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
    SLURM_CONF=$scratch/slurm.conf
    export SLURM_CONF
    slurmctld -D >slurmctld.out 2>&1 &
    slurmd -D -N "$host" >slurmd.out 2>&1 &
    # Until a first job has run on it.
    tries=0
    until timeout 10 srun -n 1 true >srun.out 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 10 ] || return 1
        sleep 1
    done
}

if ! command -v slurmctld >/dev/null || ! start_cluster; then
    echo "skipped: Slurm cannot be started here"
    for log in slurmctld.out slurmd.out srun.out; do
        if [ -s "$log" ]; then tail -n 3 "$log" | sed 's/^/    /'; fi
    done
    exit 0
fi
cat >array.sh <<'END'
#!/bin/sh
exec ./plan.sh -o slurm --shard "$SLURM_ARRAY_TASK_ID/7"
END
timeout 300 sbatch --quiet --wait --array=1-7 --output=array-%a.log array.sh
./plan.sh -o slurm --only team
./plan.sh -o slurm --only budget
if cat array-*.log | grep .; then
    echo "FAIL Slurm: it says something"
fi
same 'Slurm, an array job' slurm
