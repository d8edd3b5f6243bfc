//! The slow, obvious version of [`Linkage`]: all pairs of clusters, sums over all pairs of articles, in every round. An
//! oracle that is compiled for tests only, so it may panic.

use super::constraints::Constraints;
use super::linkage::Linkage;
use crate::graph::NeighborGraph;

/// Similarities count in steps of one in so many, and sums of these are exact.
const ONE: f64 = 1_048_576.0;

fn sum(graph: &NeighborGraph, a: &[usize], b: &[usize]) -> f64 {
    let one = |i: usize, j: usize| match graph.similarity(i, j) {
        _ if i == j => 1.0,
        Some(similarity) => (f64::from(similarity) * ONE).round() / ONE,
        None => 0.0,
    };
    a.iter().flat_map(|&i| b.iter().map(move |&j| one(i, j))).sum()
}

fn mean_detail(detail: &[f32], a: &[usize], b: &[usize]) -> f64 {
    let one = |&i: &usize| (f64::from(detail.get(i).copied().unwrap_or(0.0)) * ONE).round();
    a.iter().chain(b).map(one).sum::<f64>() / (ONE * (a.len() + b.len()) as f64)
}

/// Cluster labels, numbered from 0 in the order of the clusters' lowest positions.
pub fn cluster(
    linkage: Linkage,
    graph: &NeighborGraph,
    detail: &[f32],
    constraints: &Constraints,
    are_at_one_time: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    let mut clusters: Vec<Vec<usize>> = (0..graph.len()).map(|i| vec![i]).collect();
    for &(a, b) in &constraints.together {
        let of = |clusters: &[Vec<usize>], i| clusters.iter().position(|c| c.contains(&i)).unwrap();
        let (a, b) = (of(&clusters, a), of(&clusters, b));
        if a != b {
            let gone = clusters.remove(a.max(b));
            clusters[a.min(b)].extend(gone);
            clusters[a.min(b)].sort_unstable();
        }
    }
    let forbidden = |a: &[usize], b: &[usize]| {
        constraints.apart.iter().any(|&(x, y)| a.contains(&x) && b.contains(&y) || a.contains(&y) && b.contains(&x))
    };
    let score = |a: &[usize], b: &[usize]| {
        let inner = (sum(graph, a, a), sum(graph, b, b));
        linkage.score(sum(graph, a, b), inner, (a.len(), b.len()), mean_detail(detail, a, b))
    };
    loop {
        clusters.sort();
        let best: Vec<Option<usize>> = clusters
            .iter()
            .enumerate()
            .map(|(i, a)| {
                let mut top: Option<(f64, usize)> = None;
                for (j, b) in clusters.iter().enumerate() {
                    if i == j || sum(graph, a, b) == 0.0 || forbidden(a, b) {
                        continue;
                    }
                    let score = score(a, b);
                    if score >= linkage.threshold && top.is_none_or(|(best, _)| score > best) {
                        top = Some((score, j));
                    }
                }
                top.map(|(_, j)| j)
            })
            .collect();
        let pairs: Vec<(usize, usize)> = (0..clusters.len())
            .filter_map(|i| best[i].map(|j| (i, j)))
            .filter(|&(i, j)| i < j && best[j] == Some(i))
            .collect();
        if pairs.is_empty() {
            break;
        }
        for &(i, j) in &pairs {
            let gone = std::mem::take(&mut clusters[j]);
            clusters[i].extend(gone);
            clusters[i].sort_unstable();
        }
        clusters.retain(|members| !members.is_empty());
    }
    // Who is alone, and near to one only.
    let unrivalled = |i: usize| -> Option<usize> {
        let others = (0..clusters.len()).filter(|&j| j != i && sum(graph, &clusters[i], &clusters[j]) > 0.0);
        let mut scores: Vec<(f64, usize)> = others.map(|j| (score(&clusters[i], &clusters[j]), j)).collect();
        scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let &(top, j) = scores.first()?;
        let is_near = top >= linkage.alone * linkage.threshold && !forbidden(&clusters[i], &clusters[j]);
        (is_near && scores.get(1).is_none_or(|second| second.0 <= top / 2.0)).then_some(j)
    };
    let joins = |i: usize| -> Option<usize> {
        let j = unrivalled(i).filter(|&j| clusters[i].len() == 1 && unrivalled(j) == Some(i))?;
        let nearness = |&member: &usize| graph.similarity(clusters[i][0], member);
        let nearest = clusters[j].iter().copied().filter(|member| nearness(member).is_some());
        let nearest = nearest.max_by(|a, b| nearness(a).unwrap().total_cmp(&nearness(b).unwrap())).unwrap();
        are_at_one_time(clusters[i][0], nearest).then_some(j)
    };
    let pairs: Vec<(usize, usize)> = (0..clusters.len()).filter_map(|i| Some((i, joins(i)?))).collect();
    for (i, j) in pairs {
        let gone = std::mem::take(&mut clusters[i.max(j)]);
        clusters[i.min(j)].extend(gone);
    }
    clusters.retain(|members| !members.is_empty());
    clusters.iter_mut().for_each(|members| members.sort_unstable());
    let mut labels = vec![0; graph.len()];
    for (label, members) in clusters.iter().enumerate() {
        members.iter().for_each(|&member| labels[member] = label);
    }
    labels
}
